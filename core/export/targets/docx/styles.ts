import { lines, x, xmlDocument, type Xml } from '../../xml.ts'
import { SOFT, STYLES, type DocxLook, type DocxStyle } from '../../walk/paragraph-styles.ts'
import { NAMESPACES } from './parts.ts'

const FONT = 'Noto Naskh Arabic'
const INK = '1D1B19'

/** The style of the footer of each page. */
export const FOOTER: DocxStyle = { id: 'Footer', name: 'footer', size: 20, color: SOFT, after: 0 }

function spacing({ before, after }: DocxLook): Xml[] {
  return before === undefined && after === undefined ? [] : [x('w:spacing', { 'w:before': before, 'w:after': after })]
}

function borders({ box }: DocxLook): Xml[] {
  if (box !== true) return []
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 8, 'w:color': 'BDB6AA' }
  return [
    x(
      'w:pBdr',
      {},
      ['w:top', 'w:left', 'w:bottom', 'w:right'].map((side) => x(side, line)),
    ),
  ]
}

/** Sizes and weights are set twice: for Latin, and for complex scripts such as Arabic. */
function runProperties({ size, bold, color }: DocxLook): Xml {
  return x(
    'w:rPr',
    {},
    bold === true ? [x('w:b'), x('w:bCs')] : [],
    color === undefined ? [] : [x('w:color', { 'w:val': color })],
    size === undefined ? [] : [x('w:sz', { 'w:val': size }), x('w:szCs', { 'w:val': size })],
  )
}

function paragraphStyle({ id, name, ...look }: DocxStyle): Xml {
  return lines('w:style', { 'w:type': 'paragraph', 'w:styleId': id, 'w:customStyle': name === undefined ? 1 : null }, [
    x('w:name', { 'w:val': name ?? id }),
    x('w:basedOn', { 'w:val': 'Normal' }),
    x('w:next', { 'w:val': look.keepNext === true || look.outline !== undefined ? 'Normal' : id }),
    x('w:qFormat'),
    x(
      'w:pPr',
      {},
      look.keepNext === true ? [x('w:keepNext')] : [],
      borders(look),
      spacing(look),
      look.indent === undefined ? [] : [x('w:ind', { 'w:start': look.indent })],
      look.outline === undefined ? [] : [x('w:outlineLvl', { 'w:val': look.outline })],
    ),
    runProperties(look),
  ])
}

function characterStyles(): Xml[] {
  const style = (id: string, name: string, properties: readonly Xml[], custom: boolean): Xml =>
    lines('w:style', { 'w:type': 'character', 'w:styleId': id, 'w:customStyle': custom ? 1 : null }, [
      x('w:name', { 'w:val': name }),
      x('w:rPr', {}, properties),
    ])
  return [
    style('Hyperlink', 'Hyperlink', [x('w:color', { 'w:val': '1B4D6B' }), x('w:u', { 'w:val': 'single' })], false),
    /** Marks what the writer isolated, so that an import can distinguish it from a Latin word. */
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
      ...[...Object.values(STYLES).flatMap(({ docx }) => docx ?? []), FOOTER].map(paragraphStyle),
      ...characterStyles(),
    ]),
  )
}
