import type { TextBlock } from '../../article/block.ts'
import type { XmlAttributes } from '../xml.ts'

/** Every sort of paragraph that a designer may give a look of its own. A new text block adds its name. */
export type ParagraphStyle =
  | Exclude<TextBlock['type'], 'subhead' | 'related-item' | 'hemistich'>
  | 'verse'
  | 'subhead-2'
  | 'subhead-3'
  | 'quote'
  | 'factbox'
  | 'related'
  | 'embed'
  | 'picture'
  | 'correction-date'
  | 'separator'
  | 'table-header'
  | 'notice'

/** How Word shows a paragraph. */
export type DocxLook = {
  /** In half points, as Word counts. */
  size?: number
  bold?: true
  color?: string
  /** Room before and after, in twentieths of a point. */
  before?: number
  after?: number
  indent?: number
  outline?: number
  keepNext?: true
  box?: true
}

/** A style of Word. `name` is what Word calls a style of its own; ours are called by their `id`. */
export type DocxStyle = DocxLook & { readonly id: string; readonly name?: string }

/** A style of InDesign: its name, and attributes of IDML. */
export type IcmlStyle = XmlAttributes & { readonly name: string }

const ACCENT = '1B4D6B'
export const SOFT = '6B6560'

/** The marks of a list of bullets in InDesign, which numbers by style. */
export const BULLETS = { BulletsAndNumberingListType: 'BulletList' }

/**
 * The look of every sort of paragraph in the formats of paragraphs and styles. A house's own styles of the same names
 * replace these in InDesign. Without a style of its own a paragraph is Word's `Normal`.
 */
export const STYLES: Readonly<Record<ParagraphStyle, { readonly docx: DocxStyle | null; readonly icml: IcmlStyle }>> = {
  notice: {
    docx: { id: 'MidadNotice', size: 24, bold: true, after: 240, box: true },
    icml: { name: 'Notice', PointSize: 12, FontStyle: 'Bold', SpaceAfter: 10 },
  },
  kicker: {
    docx: { id: 'Kicker', size: 24, bold: true, color: ACCENT, after: 60, keepNext: true },
    icml: { name: 'Kicker', PointSize: 12, FontStyle: 'Bold', SpaceAfter: 2 },
  },
  headline: {
    docx: { id: 'Title', name: 'Title', size: 52, bold: true, after: 160, outline: 0, keepNext: true },
    icml: { name: 'Headline', PointSize: 30, FontStyle: 'Bold', SpaceAfter: 8 },
  },
  deck: {
    docx: { id: 'Deck', size: 30, color: SOFT, after: 160 },
    icml: { name: 'Deck', PointSize: 16, SpaceAfter: 8 },
  },
  byline: {
    docx: { id: 'Byline', size: 24, bold: true, after: 40 },
    icml: { name: 'Byline', PointSize: 11, FontStyle: 'Bold' },
  },
  dateline: {
    docx: { id: 'Dateline', size: 24, color: SOFT, after: 240 },
    icml: { name: 'Dateline', PointSize: 11, SpaceAfter: 10 },
  },
  paragraph: { docx: null, icml: { name: 'Body', PointSize: 13, SpaceAfter: 6 } },
  'subhead-2': {
    docx: {
      id: 'Heading2',
      name: 'heading 2',
      size: 34,
      bold: true,
      before: 320,
      after: 120,
      outline: 1,
      keepNext: true,
    },
    icml: { name: 'Subhead 2', PointSize: 17, FontStyle: 'Bold', SpaceBefore: 12, SpaceAfter: 4 },
  },
  'subhead-3': {
    docx: {
      id: 'Heading3',
      name: 'heading 3',
      size: 28,
      bold: true,
      before: 240,
      after: 100,
      outline: 2,
      keepNext: true,
    },
    icml: { name: 'Subhead 3', PointSize: 14, FontStyle: 'Bold', SpaceBefore: 10, SpaceAfter: 4 },
  },
  quote: {
    docx: { id: 'Quote', name: 'Quote', indent: 560, after: 80 },
    icml: { name: 'Quote', PointSize: 13, SpaceAfter: 3 },
  },
  attribution: {
    docx: { id: 'Attribution', size: 24, color: SOFT, indent: 560, after: 240 },
    icml: { name: 'Attribution', PointSize: 11, SpaceAfter: 8 },
  },
  pullquote: {
    docx: { id: 'PullQuote', size: 36, color: ACCENT, before: 240, after: 240, indent: 280 },
    icml: { name: 'Pull quote', PointSize: 18, SpaceBefore: 10, SpaceAfter: 10 },
  },
  'correction-date': {
    docx: { id: 'CorrectionDate', size: 22, color: SOFT, before: 160, after: 20, keepNext: true },
    icml: { name: 'Correction date', PointSize: 10, SpaceBefore: 8 },
  },
  correction: {
    docx: { id: 'Correction', size: 26, after: 240 },
    icml: { name: 'Correction', PointSize: 12, SpaceAfter: 8 },
  },
  verse: {
    docx: { id: 'Verse', before: 80, after: 80, indent: 560 },
    icml: { name: 'Verse', PointSize: 13, SpaceAfter: 4, Justification: 'CenterAlign' },
  },
  'list-item': {
    docx: { id: 'ListParagraph', name: 'List Paragraph', after: 80 },
    icml: { name: 'Bullet list', PointSize: 13, SpaceAfter: 3, ...BULLETS },
  },
  picture: {
    docx: { id: 'Figure', before: 240, after: 80, keepNext: true },
    icml: { name: 'Picture', SpaceBefore: 10, SpaceAfter: 4 },
  },
  caption: {
    docx: { id: 'Caption', name: 'caption', size: 22, color: SOFT, after: 20 },
    icml: { name: 'Caption', PointSize: 10 },
  },
  credit: {
    docx: { id: 'Credit', size: 20, color: SOFT, after: 240 },
    icml: { name: 'Credit', PointSize: 9, SpaceAfter: 10 },
  },
  embed: { docx: { id: 'Embed', before: 120, after: 40 }, icml: { name: 'Embed', PointSize: 11 } },
  'factbox-title': {
    docx: { id: 'FactboxTitle', size: 28, bold: true, before: 120, after: 80, box: true, keepNext: true },
    icml: { name: 'Factbox title', PointSize: 14, FontStyle: 'Bold', SpaceBefore: 10, SpaceAfter: 4 },
  },
  factbox: {
    docx: { id: 'Factbox', size: 26, after: 80, box: true },
    icml: { name: 'Factbox', PointSize: 12, SpaceAfter: 3 },
  },
  related: { docx: { id: 'Related', after: 60 }, icml: { name: 'Related', PointSize: 12, SpaceAfter: 3 } },
  'table-cell': { docx: { id: 'TableText', size: 24, after: 0 }, icml: { name: 'Table', PointSize: 11 } },
  'table-header': {
    docx: { id: 'TableHeader', size: 24, bold: true, after: 0 },
    icml: { name: 'Table header', PointSize: 11, FontStyle: 'Bold' },
  },
  separator: {
    docx: { id: 'Separator', color: SOFT, before: 240, after: 240 },
    icml: { name: 'Separator', Justification: 'CenterAlign', SpaceBefore: 10, SpaceAfter: 10 },
  },
}
