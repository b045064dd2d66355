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

/** The longest line, in UTF-16 units, that a document without a title may have for its headline. */
const MAX_HEADLINE = 160

type LineItem = Extract<Item, { kind: 'line' }>
const isLine = (item: Item): item is LineItem => item.kind === 'line'

/**
 * A document without a title calls itself by its first heading, when that is where it begins; else by its first line,
 * when that is short and no sentence.
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

/** A line that its style makes heavy says nothing by being heavy throughout; in ours every mark was meant. */
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

/** What stands beside the text, and has no place in an article. */
function tellOfTheRest(parts: DocxParts, losses: Losses): void {
  const tell = (code: 'comments' | 'notes', path: string, name: string): void => {
    const root = partOf(parts, path)
    for (const note of root === null ? [] : elementsOf(root, name)) {
      // The lines that part notes from the text are notes themselves.
      if (valueOf(note, 'type') === null || valueOf(note, 'type') === 'normal') losses.add(code, wordsOf(note))
    }
  }
  tell('comments', 'word/comments.xml', 'comment')
  tell('notes', 'word/footnotes.xml', 'footnote')
  tell('notes', 'word/endnotes.xml', 'endnote')
  const tellOnce = (code: 'page-furniture' | 'drawing', paths: RegExp): void => {
    const texts = [...parts.keys()].filter((path) => paths.test(path)).map((path) => partOf(parts, path))
    const words = texts.flatMap((root) => (root === null ? [] : [wordsOf(root)]))
    // The numbers of pages are no loss.
    for (const each of new Set(words.filter((text) => /\p{L}/u.test(text)))) losses.add(code, each)
  }
  tellOnce('page-furniture', /^word\/(?:header|footer)\d*\.xml$/u)
  // The words of charts and of drawings that programs make of lists lie in parts of their own.
  tellOnce('drawing', /^word\/(?:diagrams\/data|charts\/chart)\d*\.xml$/u)
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
 * Reads a Word document (ECMA-376): what each paragraph is by its style, its direction by `w:bidi`, runs, links, lists,
 * tables and pictures. Changes that were tracked are taken as accepted, and told of.
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
  tellOfTheRest(parts, losses)
  const blocks: LooseBlock[] = builder.blocks
  if (blocks.length === 0) throw new ImportError('empty')
  return importedArticle(blocks, metadataOf(parts, styles.isOurs), pictures, losses, ids)
}
