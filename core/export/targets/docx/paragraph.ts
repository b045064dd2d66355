import type { Direction } from '../../../article/block.ts'
import { STYLES, type DocxStyle, type ParagraphStyle } from '../../walk/paragraph-styles.ts'
import type { Words } from '../../walk/words.ts'
import { x, type Xml } from '../../xml.ts'
import type { DocxContext } from './context.ts'
import { inlinesToDocx } from './inlines.ts'
import { blockContent, markProperties, oldStyle, recordOf } from './tracked.ts'
import { blockNote } from '../../tracked/notes.ts'

type Extra = {
  /** For a list item: the `numId` of its list, and its depth from 0. */
  readonly list?: { readonly number: number; readonly depth: number }
  readonly align?: 'start' | 'center'
  /** Whether it stays on the page of the next paragraph. Its style may say so too. */
  readonly keepNext?: boolean
}

/**
 * @param block what it shows, which may say how it changes
 * @returns a paragraph that states its direction. `start` is the right edge in a right-to-left paragraph.
 */
export function paragraph(
  style: DocxStyle | null,
  dir: Direction,
  content: readonly Xml[],
  { list, align = 'start', keepNext = false }: Extra = {},
  context: DocxContext | null = null,
  block: object = {},
): Xml {
  const note = blockNote(block)
  const numbered =
    list === undefined
      ? []
      : [x('w:numPr', {}, x('w:ilvl', { 'w:val': list.depth }), x('w:numId', { 'w:val': list.number }))]
  return x(
    'w:p',
    {},
    x(
      'w:pPr',
      {},
      style === null ? [] : [x('w:pStyle', { 'w:val': style.id })],
      keepNext ? [x('w:keepNext')] : [],
      numbered,
      x('w:bidi', dir === 'rtl' ? {} : { 'w:val': 0 }),
      x('w:jc', { 'w:val': align }),
      context === null ? [] : markProperties(note, context),
      context === null ? [] : oldProperties(style, dir, block, context),
    ),
    content,
  )
}

/** @returns the record of a change of the kind or direction of a paragraph, for the end of its properties. */
function oldProperties(style: DocxStyle | null, dir: Direction, block: object, context: DocxContext): Xml[] {
  const note = blockNote(block)
  if (note.was === undefined) return []
  const named = oldStyle(note, 'type' in block ? block.type : undefined)
  const before = named === null ? style : STYLES[named].docx
  const isRtl = (note.was.shell['dir'] ?? dir) === 'rtl'
  const old = x(
    'w:pPr',
    {},
    before === null ? [] : [x('w:pStyle', { 'w:val': before.id })],
    x('w:bidi', isRtl ? {} : { 'w:val': 0 }),
    x('w:jc', { 'w:val': 'start' }),
  )
  return [x('w:pPrChange', recordOf(note.was, context), old)]
}

/** @returns the text of a block as a paragraph of a style; none for a block without text. */
export function textParagraph(style: ParagraphStyle, block: Words, context: DocxContext, extra: Extra = {}): Xml[] {
  const content = inlinesToDocx(block.children, block.dir, context, blockNote(block).track ?? null)
  if (content.length === 0) return []
  const named = blockContent(block, content, context)
  return [paragraph(STYLES[style].docx, block.dir, named, extra, context, block)]
}
