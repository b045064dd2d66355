import type { Element } from '@xmldom/xmldom'
import type { Article } from '../../article/article.ts'
import type { Inline } from '../../article/inline.ts'
import type { Metadata } from '../../article/metadata.ts'
import { normaliseDocument } from '../../article/normalise.ts'
import { allBlocks, isText } from '../../article/text-nodes.ts'
import { ImportError } from '../import-error.ts'
import { importedArticle, type Ids, type ImportedArticle, type PictureSource } from '../imported.ts'
import { Losses } from '../losses.ts'
import { elementAt, elementsOf, textAt } from '../xml.ts'
import { alignContainers } from './align-containers.ts'
import { commentedWords, hasWords } from './anchors.ts'
import { proposed } from './attribution.ts'
import { BlockBuilder } from './blocks.ts'
import { threadsOf, type CommentPlace } from './comments.ts'
import { Identities } from './identities.ts'
import { itemsOf, type Item } from './items.ts'
import { Makers } from './makers.ts'
import { withoutComments, withoutMakers } from './marks.ts'
import { Numbering } from './numbering.ts'
import { OpenComments } from './open-comments.ts'
import { originOf } from './origin.ts'
import { isFromLibreOffice, partOf, relationsOf, valueOf, wordsOf, type DocxParts } from './parts.ts'
import { isTracked } from './records.ts'
import { Styles } from './styles.ts'
import { viewOf, type View } from './view.ts'

const DOCUMENT = 'word/document.xml'

/** The longest first line, in UTF-16 units, that becomes the headline of a document without a title. */
const MAX_HEADLINE = 160

type LineItem = Extract<Item, { kind: 'line' }>
const isLine = (item: Item): item is LineItem => item.kind === 'line'

/**
 * Finds the headline of a document without a title: the first line if it is a heading, or if it is short and no
 * sentence.
 */
function guessHeadline(items: readonly Item[]): LineItem | null {
  const lines = items.filter(isLine)
  if (lines.some(({ role }) => role === 'headline')) return null
  const first = lines.find(({ role }) => role === 'paragraph' || role.startsWith('subhead'))
  if (first === undefined || lines.length < 2) return null
  const words = first.inlines.map((inline) => (isText(inline) ? inline.text : '')).join('')
  const isTitle = first.role !== 'paragraph' || (words.length <= MAX_HEADLINE && !/[.؟!؛:]\s*$/u.test(words))
  return isTitle ? first : null
}

/** @param headline the id of the line that is the headline of the text with all changes rejected; null for none */
function withHeadline(items: readonly Item[], headline: string | null): Item[] {
  const known = items.find((item): item is LineItem => isLine(item) && item.id === headline)
  const found = known ?? guessHeadline(items)
  return items.map((item) => (item === found ? { ...found, role: 'headline' as const } : item))
}

/** Bold throughout a line means nothing where the style is bold. In documents of Midad every mark was intended. */
function withoutHeavyHeads(item: Item): Item {
  if (!isLine(item) || !/^(?:headline|kicker|deck|byline|dateline|subhead)/u.test(item.role)) return item
  const leaves = item.inlines.flatMap((inline) => (isText(inline) ? [inline] : inline.children))
  if (!leaves.every(({ text, bold }) => bold === true || text.trim() === '')) return item
  const plain = item.inlines.map((inline): Inline => {
    if (isText(inline)) return { ...inline, bold: undefined }
    return inline.type === 'unknown-inline'
      ? inline
      : { ...inline, children: inline.children.map((leaf) => ({ ...leaf, bold: undefined })) }
  })
  return { ...item, inlines: plain }
}

/** Reports the text of a note, with all changes rejected and with all accepted. */
function reportNote(note: Element, losses: Losses): void {
  const texts = isTracked(note)
    ? (['base', 'head'] as const).map((side) => viewOf(note, side, losses, true).body)
    : [note]
  for (const words of new Set(texts.map(wordsOf))) if (words !== '') losses.add('notes', words)
}

/** Reports the text of headers, footers, notes and charts, which an article cannot hold. */
function reportOtherParts(parts: DocxParts, losses: Losses): void {
  const report = (path: string, name: string): void => {
    const root = partOf(parts, path)
    for (const note of root === null ? [] : elementsOf(root, name)) {
      // The separator lines above notes are notes themselves.
      if (valueOf(note, 'type') === null || valueOf(note, 'type') === 'normal') reportNote(note, losses)
    }
  }
  report('word/footnotes.xml', 'footnote')
  report('word/endnotes.xml', 'endnote')
  const reportOnce = (code: 'page-furniture' | 'drawing', paths: RegExp): void => {
    const texts = [...parts.keys()].filter((path) => paths.test(path)).map((path) => partOf(parts, path))
    const words = texts.flatMap((root) => (root === null ? [] : [wordsOf(root)]))
    // Page numbers are no loss.
    for (const each of new Set(words.filter((text) => /\p{L}/u.test(text)))) losses.add(code, each)
  }
  reportOnce('page-furniture', /^word\/(?:header|footer)\d*\.xml$/u)
  // Charts and SmartArt have their text in separate parts.
  reportOnce('drawing', /^word\/(?:diagrams\/data|charts\/chart)\d*\.xml$/u)
}

/** Reports what was written into the warning above the text. @param written the warning that went out; null where unknown */
function reportNotices(base: Text, head: Text | null, written: string | null, losses: Losses): void {
  const known = new Set([written === null ? base.notices.join(' ') : written])
  for (const { notices } of [base, ...(head === null ? [] : [head])]) {
    const words = notices.join(' ').trim()
    if (words !== '' && !known.has(words)) losses.add('other-text', words)
  }
}

function metadataOf(parts: DocxParts, isOurs: boolean): Partial<Metadata> {
  const core = partOf(parts, 'docProps/core.xml') ?? undefined
  const language = textAt(core, 'language')
  return {
    keywords: textAt(core, 'keywords').split(/[,،;؛]/u),
    ...(isOurs ? { section: textAt(core, 'subject'), seoDescription: textAt(core, 'description') } : {}),
    ...(language === '' ? {} : { language }),
  }
}

function bodyOf(parts: DocxParts): Element {
  const body = elementAt(partOf(parts, DOCUMENT) ?? undefined, 'body')
  if (body === undefined) throw new ImportError('damaged')
  return body
}

/** What all views of one document are read with. */
type Common = {
  parts: DocxParts
  styles: Styles
  identities: Identities
  makers: Makers
  ids: Ids
  pictures: Map<string, PictureSource>
}

/** One text of a document, with the marks of comments and of makers. */
type Text = {
  article: Article
  losses: Losses
  places: ReadonlyMap<string, string>
  notices: readonly string[]
  isEmpty: boolean
}

/** @param headline the id of the line that is the headline of the base; null for none, and for the base itself */
function readText(view: View, losses: Losses, headline: string | null, common: Common): Text {
  const { parts, styles, identities, makers, ids, pictures } = common
  identities.begin(view)
  const comments = new OpenComments()
  const reading = {
    ...{ styles, losses, numbering: new Numbering(parts), identities, comments },
    makerOf: (element: Element) => makers.numberOf(view.origins.get(element)?.maker ?? null),
    relations: relationsOf(parts, 'word/_rels/document.xml.rels'),
  }
  const items = itemsOf(view.body, reading)
  const builder = new BlockBuilder({ newId: ids.newId, losses, pictures })
  for (const item of styles.isOurs ? items : withHeadline(items, headline).map(withoutHeavyHeads)) builder.add(item)
  const { article } = importedArticle(builder.blocks, metadataOf(parts, styles.isOurs), pictures, losses, ids)
  const { blocks, notices } = builder
  return { article, losses, places: comments.places, notices, isEmpty: blocks.length === 0 }
}

/** Reports what only the text with all changes accepted lacks. */
function addLosses(losses: Losses, others: Losses): void {
  const known = new Map(losses.list().map(({ code, examples }) => [code, new Set(examples)]))
  for (const { code, examples } of others.list())
    for (const example of examples) if (known.get(code)?.has(example) !== true) losses.add(code, example)
}

/** @returns the text with all changes accepted, with the ids of the base; null for a document without tracked changes. */
function readHead(body: Element, base: Text, common: Common): Text | null {
  if (!isTracked(body)) return null
  const losses = new Losses()
  const headline = base.article.document.find(({ type }) => type === 'headline')?.id ?? null
  const head = readText(viewOf(body, 'head', losses, !isFromLibreOffice(common.parts)), losses, headline, common)
  addLosses(base.losses, losses)
  const document = normaliseDocument(alignContainers(head.article.document, base.article.document), common.ids.newId)
  return { ...head, article: { ...head.article, document } }
}

/** @returns where a comment is: in the article, in what somebody proposes, at a block, or nowhere in particular. */
function placesOf(base: Text, head: Text | null, heads: readonly Article[]): (id: string) => CommentPlace {
  const words = commentedWords(base.article)
  const inHeads = heads.map(commentedWords)
  const blocks = new Set(allBlocks(base.article.document).map(({ id }) => id))
  const headline = base.article.document.find(({ type }) => type === 'headline')?.id
  return (id) => {
    const anchor = words.get(id)
    if (anchor !== undefined) return { anchor, proposal: null }
    const index = inHeads.findIndex((each) => each.has(id))
    const found = inHeads[index]?.get(id)
    // Words that only moved are in the article too.
    if (found !== undefined) return { anchor: found, proposal: hasWords(base.article, found) ? null : index }
    const block = base.places.get(id) ?? head?.places.get(id)
    const isBlock = block !== undefined && block !== headline && blocks.has(block)
    return { anchor: isBlock ? { on: 'block', block } : { on: 'article' }, proposal: null }
  }
}

/**
 * Reads a Word document (ECMA-376). The style of a paragraph gives its type, and `w:bidi` its direction. Runs, links,
 * lists, tables and pictures are kept. A document with tracked changes is two texts: the article is the one with all of
 * them rejected, and their difference is a proposal of each person who made it. Comments are threads.
 * @param parts the files of the zip, by path
 * @throws ImportError `damaged`, `too-large`, `empty`.
 */
export function importDocx(parts: DocxParts, ids: Ids): ImportedArticle {
  const losses = new Losses()
  const body = bodyOf(parts)
  const makers = new Makers()
  const pictures = new Map<string, PictureSource>()
  const styles = new Styles(parts)
  const { notice, ...origin } = originOf(parts)
  const identities = new Identities(body, styles.isOurs || origin.midadId !== null, ids.newId)
  const common = { parts, styles, identities, makers, ids, pictures }
  const view = isTracked(body) ? viewOf(body, 'base', losses, !isFromLibreOffice(parts)) : { body, origins: new Map() }
  const base = readText(view, losses, null, common)
  const head = readHead(body, base, common)
  if (base.isEmpty && head?.isEmpty !== false) throw new ImportError('empty')
  reportOtherParts(parts, losses)
  reportNotices(base, head, notice, losses)
  const made = head === null ? [] : proposed(base.article, head.article, makers, ids.newId)
  const placeOf = placesOf(
    base,
    head,
    made.map((each) => each.head),
  )
  const bare = (article: Article): Article => withoutComments(withoutMakers(article, ids.newId), ids.newId)
  return {
    ...{ article: bare(base.article), losses: losses.list(), pictures, version: null, ...origin },
    modifiedBy: textAt(partOf(parts, 'docProps/core.xml') ?? undefined, 'lastModifiedBy').slice(0, 200),
    proposals: made.map((each) => ({ ...each, head: bare(each.head) })),
    threads: threadsOf(parts, placeOf),
  }
}
