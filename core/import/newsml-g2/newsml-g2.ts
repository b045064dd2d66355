import type { Element } from '@xmldom/xmldom'
import type { Metadata } from '../../article/metadata.ts'
import { htmlOfXml } from '../html/from-xml.ts'
import { lineBlock } from '../html/loose-line.ts'
import type { LooseBlock } from '../html/loose.ts'
import { bodyBlocks } from '../html/page.ts'
import type { HtmlElement } from '../html/tree.ts'
import { ImportError } from '../import-error.ts'
import { importedArticle, type Ids, type ImportedArticle } from '../imported.ts'
import { Kept } from '../kept.ts'
import { Losses } from '../losses.ts'
import { issueOf } from '../issue.ts'
import { elementAt, elementsOf, textAt, textIn, xmlRoot } from '../xml.ts'
import { htmlOfData } from './inline-data.ts'
import { reportUnread } from './rest.ts'

const MAX_ITEMS = 1000

function directionOf(element: Element | undefined): LooseBlock['dir'] | null {
  const said = element?.getAttribute('dir')
  return said === 'rtl' || said === 'ltr' ? said : null
}

/** Makes a line of the head, with its own direction or that of the item. */
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

/** The element that holds the body, and the body as HTML. */
type Body = { element: Element; html: HtmlElement }

/** @returns the body of an item as inline XML or data; null if it is not in the item. */
function bodyOf(item: Element): Body | null {
  const content = elementAt(item, 'contentSet')
  const xml = elementAt(content, 'inlineXML')
  const root = xml === undefined ? undefined : elementsOf(xml)[0]
  if (root !== undefined) return { element: root, html: htmlOfXml(root) }
  const data = elementAt(content, 'inlineData')
  const words = data?.textContent ?? ''
  return data === undefined || words.trim() === '' ? null : { element: data, html: htmlOfData(data) }
}

function importItem(item: Element, ids: Ids): ImportedArticle {
  const losses = new Losses()
  const dir = directionOf(item)
  const body = bodyOf(item)
  const { blocks, pictures } = bodyBlocks(body?.html ?? EMPTY, dir, ids, losses)
  const head = headOf(item, dir)
  const all = [...head, ...blocks]
  if (all.length === 0) throw new ImportError('empty')
  const metadata = metadataOf(item)
  const kept = new Kept(all, ...Object.values(metadata).flat().map(String))
  reportUnread(item, body?.element ?? null, kept, losses)
  return {
    ...importedArticle(all, metadata, pictures, losses, ids),
    ...issueOf(item.getAttribute('guid') ?? '', item.getAttribute('version') ?? ''),
  }
}

/** @returns the article of an item; null for an empty one, which must not fail the whole message. */
function importItemAmongOthers(item: Element, ids: Ids): ImportedArticle | null {
  try {
    return importItem(item, ids)
  } catch (error) {
    if (error instanceof ImportError && error.code === 'empty') return null
    throw error
  }
}

/** @returns the texts of an item that is not read; its identifier if it has none. */
function wordsOfItem(item: Element): string {
  const meta = elementAt(item, 'contentMeta')
  const said = [textAt(item, 'itemMeta', 'title'), meta === undefined ? '' : textIn(meta)]
  return [...new Set(said)].join(' ').trim() || textIn(item) || (item.getAttribute('guid') ?? '')
}

/**
 * Reads NewsML-G2: a news item with its content, or a message with several items. The losses of the first article include
 * the items that are not read.
 * @param nextIds makes the ids of one more article
 * @throws ImportError `damaged`, `without-body` if every item is cancelled, `empty`, `too-large`.
 */
export function importNewsml(source: string, nextIds: () => Ids): ImportedArticle[] {
  const root = xmlRoot(source)
  const set = elementAt(root, 'itemSet')
  const items = root.localName === 'newsItem' ? [root] : set === undefined ? [] : elementsOf(set)
  const isCancelled = (item: Element): boolean =>
    elementAt(item, 'itemMeta', 'pubStatus')?.getAttribute('qcode') === 'stat:canceled'
  const isText = (item: Element): boolean => {
    const kind = elementAt(item, 'itemMeta', 'itemClass')?.getAttribute('qcode') ?? ''
    return item.localName === 'newsItem' && (kind === '' || kind.endsWith(':text') || kind.endsWith(':composite'))
  }
  const texts = items.filter(isText)
  if (texts.length === 0) throw new ImportError('empty')
  if (texts.length > MAX_ITEMS) throw new ImportError('too-large')
  const valid = texts.filter((item) => !isCancelled(item))
  if (valid.length === 0) throw new ImportError('without-body')
  const read = valid.map((item) => ({ item, article: importItemAmongOthers(item, nextIds()) }))
  const [first, ...others] = read.flatMap(({ article }) => article ?? [])
  if (first === undefined) throw new ImportError('empty')
  const losses = new Losses(first.losses)
  const empty = new Set(read.flatMap(({ item, article }) => (article === null ? [item] : [])))
  for (const item of items) {
    const words = wordsOfItem(item)
    if (isText(item) && isCancelled(item)) losses.add('cancelled-items', words)
    else if (!isText(item) || empty.has(item)) losses.add('other-items', words)
  }
  return [{ ...first, losses: losses.list() }, ...others]
}
