import type { Element } from '@xmldom/xmldom'
import type { Metadata } from '../../article/metadata.ts'
import { htmlOfXml } from '../html/from-xml.ts'
import { lineBlock } from '../html/loose-line.ts'
import type { LooseBlock } from '../html/loose.ts'
import { bodyBlocks } from '../html/page.ts'
import { htmlTree, type HtmlElement } from '../html/tree.ts'
import { ImportError } from '../import-error.ts'
import { importedArticle, type Ids, type ImportedArticle } from '../imported.ts'
import { Losses } from '../losses.ts'
import { issueOf } from '../issue.ts'
import { elementAt, elementsOf, textAt, xmlRoot } from '../xml.ts'

const MAX_ITEMS = 1000

function directionOf(element: Element | undefined): LooseBlock['dir'] | null {
  const said = element?.getAttribute('dir')
  return said === 'rtl' || said === 'ltr' ? said : null
}

/** A line of the head, with its own direction or that of the whole. */
function headLine(type: string, element: Element | undefined, dir: LooseBlock['dir'] | null): LooseBlock[] {
  return lineBlock(type, element?.textContent ?? '', directionOf(element) ?? dir ?? 'rtl')
}

function headOf(item: Element, dir: LooseBlock['dir'] | null): LooseBlock[] {
  const meta = elementAt(item, 'contentMeta')
  const all = (name: string): Element[] => (meta === undefined ? [] : elementsOf(meta, name))
  const headlines = all('headline')
  const isKicker = (each: Element): boolean => (each.getAttribute('roleuri') ?? '').endsWith(':kicker')
  const main =
    headlines.find((each) => each.getAttribute('role') === 'hlrole:main') ?? headlines.find((each) => !isKicker(each))
  const summary =
    all('description').find((each) => each.getAttribute('role') === 'drol:summary') ?? all('description')[0]
  return [
    ...headLine('kicker', headlines.find(isKicker), dir),
    ...headLine('headline', main ?? elementAt(item, 'itemMeta', 'title'), dir),
    ...headLine('deck', summary, dir),
    ...headLine('byline', all('by')[0] ?? elementAt(all('creator')[0], 'name'), dir),
    ...headLine('dateline', all('dateline')[0], dir),
  ]
}

function metadataOf(item: Element): Partial<Metadata> {
  const meta = elementAt(item, 'contentMeta')
  const all = (name: string): Element[] => (meta === undefined ? [] : elementsOf(meta, name))
  const names = (name: string): string[] => all(name).map((each) => textAt(each, 'name'))
  const subjects = all('subject').map((each) => ({
    qcode: each.getAttribute('qcode') ?? '',
    type: each.getAttribute('type'),
    name: textAt(each, 'name'),
  }))
  const urgency = Number(textAt(meta, 'urgency'))
  return {
    ...(names('genre')[0] === undefined ? {} : { kind: names('genre')[0] ?? '' }),
    slug: textAt(meta, 'slugline'),
    section: subjects.find(({ qcode, type }) => qcode === '' && type === null)?.name ?? '',
    keywords: all('keyword').map((each) => each.textContent ?? ''),
    mediaTopics: subjects.flatMap(({ qcode, type, name }) => {
      if (qcode.startsWith('medtop:')) return [qcode]
      return qcode === '' && type !== null ? [name] : []
    }),
    urgency: Number.isInteger(urgency) && urgency > 0 ? urgency : null,
    embargo: textAt(item, 'itemMeta', 'embargoed') || null,
    place: names('located')[0] ?? '',
    sources: names('infoSource'),
    language:
      elementAt(meta, 'language')?.getAttribute('tag') ??
      item.getAttributeNS('http://www.w3.org/XML/1998/namespace', 'lang') ??
      '',
  }
}

const EMPTY: HtmlElement = { type: 'element', name: 'body', attributes: {}, children: [] }

/** @returns the body as HTML, whichever way it is in the item; null when it lies elsewhere. */
function bodyOf(item: Element): HtmlElement | null {
  const content = elementAt(item, 'contentSet')
  const xml = elementAt(content, 'inlineXML')
  const root = xml === undefined ? undefined : elementsOf(xml)[0]
  if (root !== undefined) return htmlOfXml(root)
  const data = elementAt(content, 'inlineData')
  const words = data?.textContent ?? ''
  if (data === undefined || words.trim() === '') return null
  if (/html/u.test(data.getAttribute('contenttype') ?? '')) return htmlTree(words)
  const lines = words.split(/\r?\n/u).map((text): HtmlElement => ({
    ...{ type: 'element', name: 'p', attributes: {} },
    children: [{ type: 'text', text }],
  }))
  return { type: 'element', name: 'body', attributes: {}, children: lines }
}

function importItem(item: Element, ids: Ids): ImportedArticle {
  const status = elementAt(item, 'itemMeta', 'pubStatus')?.getAttribute('qcode') ?? ''
  if (status === 'stat:canceled') throw new ImportError('without-body')
  const losses = new Losses()
  const dir = directionOf(item)
  const body = bodyOf(item)
  const { blocks, pictures } = bodyBlocks(body ?? EMPTY, dir, ids, losses)
  // Pictures, groups and plans of coverage are items too, and no articles.
  for (const other of ['newsCoverageSet', 'groupSet', 'partMeta']) {
    for (const element of elementsOf(item, other)) losses.add('unknown-content', element.localName ?? '')
  }
  const head = headOf(item, dir)
  const all = [...head, ...blocks]
  if (all.length === 0) throw new ImportError('empty')
  return {
    ...importedArticle(all, metadataOf(item), pictures, losses, ids),
    ...issueOf(item.getAttribute('guid') ?? '', item.getAttribute('version') ?? ''),
  }
}

/**
 * Reads NewsML-G2: a news item with its content in it, or a message with several.
 * @param nextIds ids for one more article
 * @throws ImportError `damaged`, `without-body` when all of it is cancelled, `empty`, `too-large`.
 */
export function importNewsml(source: string, nextIds: () => Ids): ImportedArticle[] {
  const root = xmlRoot(source)
  const set = elementAt(root, 'itemSet')
  const items = root.localName === 'newsItem' ? [root] : set === undefined ? [] : elementsOf(set, 'newsItem')
  const texts = items.filter((item) => {
    const kind = elementAt(item, 'itemMeta', 'itemClass')?.getAttribute('qcode') ?? ''
    return kind === '' || kind.endsWith(':text') || kind.endsWith(':composite')
  })
  if (texts.length === 0) throw new ImportError('empty')
  if (texts.length > MAX_ITEMS) throw new ImportError('too-large')
  return texts.map((item) => importItem(item, nextIds()))
}
