import type { Element } from '@xmldom/xmldom'
import type { Inline } from '../../article/inline.ts'
import type { Metadata } from '../../article/metadata.ts'
import { isText } from '../../article/text-nodes.ts'
import type { LooseBlock } from '../html/loose.ts'
import { ImportError } from '../import-error.ts'
import { importedArticle, type Ids, type ImportedArticle, type PictureSource } from '../imported.ts'
import { Losses } from '../losses.ts'
import { elementAt, elementsOf, textAt } from '../xml.ts'
import { BlockBuilder } from './blocks.ts'
import { itemsOf, type Item } from './items.ts'
import { Numbering } from './numbering.ts'
import { partOf, relationsOf, valueOf, wordsOf, type DocxParts } from './parts.ts'
import { Styles } from './styles.ts'

const DOCUMENT = 'word/document.xml'

/** The longest first line, in UTF-16 units, that becomes the headline of a document without a title. */
const MAX_HEADLINE = 160

type LineItem = Extract<Item, { kind: 'line' }>
const isLine = (item: Item): item is LineItem => item.kind === 'line'

/**
 * Finds the headline of a document without a title: the first line if it is a heading, or if it is short and no
 * sentence.
 */
function withHeadline(items: readonly Item[]): Item[] {
  const lines = items.filter(isLine)
  if (lines.some(({ role }) => role === 'headline')) return [...items]
  const first = lines.find(({ role }) => role === 'paragraph' || role.startsWith('subhead'))
  if (first === undefined || lines.length < 2) return [...items]
  const words = first.inlines.map((inline) => (isText(inline) ? inline.text : '')).join('')
  const isTitle = first.role !== 'paragraph' || (words.length <= MAX_HEADLINE && !/[.؟!؛:]\s*$/u.test(words))
  return isTitle ? items.map((item) => (item === first ? { ...first, role: 'headline' as const } : item)) : [...items]
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

/** Reports the text of headers, footers, notes, comments and charts, which an article cannot hold. */
function reportOtherParts(parts: DocxParts, losses: Losses): void {
  const report = (code: 'comments' | 'notes', path: string, name: string): void => {
    const root = partOf(parts, path)
    for (const note of root === null ? [] : elementsOf(root, name)) {
      // The separator lines above notes are notes themselves.
      if (valueOf(note, 'type') === null || valueOf(note, 'type') === 'normal') losses.add(code, wordsOf(note))
    }
  }
  report('comments', 'word/comments.xml', 'comment')
  report('notes', 'word/footnotes.xml', 'footnote')
  report('notes', 'word/endnotes.xml', 'endnote')
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

/**
 * Reads a Word document (ECMA-376). The style of a paragraph gives its type, and `w:bidi` its direction. Runs, links,
 * lists, tables and pictures are kept. Tracked changes are taken as accepted, and deletions are reported.
 * @param parts the files of the zip, by path
 * @throws ImportError `damaged`, `too-large`, `empty`.
 */
export function importDocx(parts: DocxParts, ids: Ids): ImportedArticle {
  const losses = new Losses()
  const styles = new Styles(parts)
  const reading = {
    ...{ styles, losses, numbering: new Numbering(parts) },
    relations: relationsOf(parts, 'word/_rels/document.xml.rels'),
  }
  const items = itemsOf(bodyOf(parts), reading)
  const pictures = new Map<string, PictureSource>()
  const builder = new BlockBuilder({ newId: ids.newId, losses, pictures })
  for (const item of styles.isOurs ? items : withHeadline(items).map(withoutHeavyHeads)) builder.add(item)
  reportOtherParts(parts, losses)
  const blocks: LooseBlock[] = builder.blocks
  if (blocks.length === 0) throw new ImportError('empty')
  return importedArticle(blocks, metadataOf(parts, styles.isOurs), pictures, losses, ids)
}
