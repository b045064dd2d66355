import { lines, x, xmlDocument, type Xml } from '../../xml.ts'
import type { ParagraphStyle } from '../../walk/paragraphs.ts'
import { NAMESPACES } from './parts.ts'

type Look = {
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

type Style = Look & { readonly id: string; readonly name?: string }

const FONT = 'Noto Naskh Arabic'
const INK = '1D1B19'
const SOFT = '6B6560'

/** A paragraph without a style is Word's `Normal`. */
export type DocxStyle = ParagraphStyle | 'footer'

/** The look of every sort of paragraph. `name` is what Word calls a style of its own; ours are called by their `id`. */
export const STYLES: Readonly<Record<Exclude<DocxStyle, 'paragraph'>, Style>> = {
  notice: { id: 'MidadNotice', size: 24, bold: true, after: 240, box: true },
  kicker: { id: 'Kicker', size: 24, bold: true, color: '1B4D6B', after: 60, keepNext: true },
  headline: { id: 'Headline', size: 52, bold: true, after: 160, outline: 0, keepNext: true },
  deck: { id: 'Deck', size: 30, color: SOFT, after: 160 },
  byline: { id: 'Byline', size: 24, bold: true, after: 40 },
  dateline: { id: 'Dateline', size: 24, color: SOFT, after: 240 },
  'subhead-2': {
    id: 'Heading2',
    name: 'heading 2',
    size: 34,
    bold: true,
    before: 320,
    after: 120,
    outline: 1,
    keepNext: true,
  },
  'subhead-3': {
    id: 'Heading3',
    name: 'heading 3',
    size: 28,
    bold: true,
    before: 240,
    after: 100,
    outline: 2,
    keepNext: true,
  },
  quote: { id: 'Quote', name: 'Quote', indent: 560, after: 80 },
  attribution: { id: 'Attribution', size: 24, color: SOFT, indent: 560, after: 240 },
  pullquote: { id: 'PullQuote', size: 36, color: '1B4D6B', before: 240, after: 240, indent: 280 },
  'correction-date': { id: 'CorrectionDate', size: 22, color: SOFT, before: 160, after: 20, keepNext: true },
  correction: { id: 'Correction', size: 26, after: 240 },
  'list-item': { id: 'ListParagraph', name: 'List Paragraph', after: 80 },
  picture: { id: 'Figure', before: 240, after: 80, keepNext: true },
  caption: { id: 'Caption', name: 'caption', size: 22, color: SOFT, after: 20 },
  credit: { id: 'Credit', size: 20, color: SOFT, after: 240 },
  embed: { id: 'Embed', before: 120, after: 40 },
  'factbox-title': { id: 'FactboxTitle', size: 28, bold: true, before: 120, after: 80, box: true, keepNext: true },
  factbox: { id: 'Factbox', size: 26, after: 80, box: true },
  related: { id: 'Related', after: 60 },
  'table-header': { id: 'TableHeader', size: 24, bold: true, after: 0 },
  'table-cell': { id: 'TableText', size: 24, after: 0 },
  footer: { id: 'Footer', name: 'footer', size: 20, color: SOFT, after: 0 },
  separator: { id: 'Separator', color: SOFT, before: 240, after: 240 },
}

function spacing({ before, after }: Look): Xml[] {
  return before === undefined && after === undefined ? [] : [x('w:spacing', { 'w:before': before, 'w:after': after })]
}

function borders({ box }: Look): Xml[] {
  if (box !== true) return []
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 8, 'w:color': 'BDB6AA' }
  return [x('w:pBdr', {}, ...['w:top', 'w:left', 'w:bottom', 'w:right'].map((side) => x(side, line)))]
}

/** Each size and weight twice: once for Latin letters, once for complex scripts, which Arabic is. */
function runProperties({ size, bold, color }: Look): Xml {
  return x(
    'w:rPr',
    {},
    ...(bold === true ? [x('w:b'), x('w:bCs')] : []),
    ...(color === undefined ? [] : [x('w:color', { 'w:val': color })]),
    ...(size === undefined ? [] : [x('w:sz', { 'w:val': size }), x('w:szCs', { 'w:val': size })]),
  )
}

function paragraphStyle({ id, name, ...look }: Style): Xml {
  return lines('w:style', { 'w:type': 'paragraph', 'w:styleId': id, 'w:customStyle': name === undefined ? 1 : null }, [
    x('w:name', { 'w:val': name ?? id }),
    x('w:basedOn', { 'w:val': 'Normal' }),
    x('w:next', { 'w:val': look.keepNext === true || look.outline !== undefined ? 'Normal' : id }),
    x('w:qFormat'),
    x(
      'w:pPr',
      {},
      ...(look.keepNext === true ? [x('w:keepNext')] : []),
      ...borders(look),
      ...spacing(look),
      ...(look.indent === undefined ? [] : [x('w:ind', { 'w:start': look.indent })]),
      ...(look.outline === undefined ? [] : [x('w:outlineLvl', { 'w:val': look.outline })]),
    ),
    runProperties(look),
  ])
}

function characterStyles(): Xml[] {
  const style = (id: string, name: string, properties: readonly Xml[], custom: boolean): Xml =>
    lines('w:style', { 'w:type': 'character', 'w:styleId': id, 'w:customStyle': custom ? 1 : null }, [
      x('w:name', { 'w:val': name }),
      x('w:rPr', {}, ...properties),
    ])
  return [
    style('Hyperlink', 'Hyperlink', [x('w:color', { 'w:val': '1B4D6B' }), x('w:u', { 'w:val': 'single' })], false),
    /** Marks what the writer isolated, so that it can be told from a Latin word when the file comes back. */
    style('Isolate', 'Left-to-right isolate', [], true),
  ]
}

/** @returns `word/styles.xml`. */
export function stylesPart(language: string): string {
  const fonts = x('w:rFonts', { 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:cs': FONT, 'w:eastAsia': FONT })
  const base = x(
    'w:rPr',
    {},
    fonts,
    x('w:color', { 'w:val': INK }),
    x('w:sz', { 'w:val': 28 }),
    x('w:szCs', { 'w:val': 28 }),
    x('w:lang', { 'w:val': 'en-US', 'w:bidi': language }),
  )
  const paragraph = x('w:pPr', {}, x('w:spacing', { 'w:after': 160, 'w:line': 360, 'w:lineRule': 'auto' }))
  return xmlDocument(
    lines('w:styles', NAMESPACES, [
      lines('w:docDefaults', {}, [x('w:rPrDefault', {}, base), x('w:pPrDefault', {}, paragraph)]),
      lines('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
        x('w:name', { 'w:val': 'Normal' }),
        x('w:qFormat'),
      ]),
      ...Object.values(STYLES).map(paragraphStyle),
      ...characterStyles(),
    ]),
  )
}
