import type { Direction } from '../../../article/block.ts'
import { STYLES, type DocxStyle, type ParagraphStyle } from '../../walk/paragraph-styles.ts'
import type { Words } from '../../walk/words.ts'
import { x, type Xml } from '../../xml.ts'
import type { DocxContext } from './context.ts'
import { inlinesToDocx } from './inlines.ts'

type Extra = {
  /** For a list item: the `numId` of its list, and its depth from 0. */
  readonly list?: { readonly number: number; readonly depth: number }
  readonly align?: 'start' | 'center'
  /** Whether it stays on the page of the next paragraph. Its style may say so too. */
  readonly keepNext?: boolean
}

/** @returns a paragraph that states its direction. `start` is the right edge in a right-to-left paragraph. */
export function paragraph(
  style: DocxStyle | null,
  dir: Direction,
  content: readonly Xml[],
  { list, align = 'start', keepNext = false }: Extra = {},
): Xml {
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
    ),
    content,
  )
}

/** @returns the text of a block as a paragraph of a style; none for a block without text. */
export function textParagraph(style: ParagraphStyle, block: Words, context: DocxContext, extra: Extra = {}): Xml[] {
  const content = inlinesToDocx(block.children, block.dir, context)
  return content.length === 0 ? [] : [paragraph(STYLES[style].docx, block.dir, content, extra)]
}
