import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Prints an HTML page. @returns the PDF; null if no printer is available. */
export type Printer = (html: string) => Promise<Uint8Array | null>

const FILES = [400, 700].flatMap((weight) =>
  (['arabic', 'latin'] as const).map((script) => ({
    weight,
    file: `noto-naskh-arabic-${script}-${weight}-normal.woff2`,
  })),
)

/** The Unicode ranges of the two font files. */
const RANGES = {
  arabic: 'U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFF, U+200C-200F',
  latin: 'U+0000-00FF, U+2000-206F, U+20AC',
}

/** The fonts are embedded, because the machine that prints may have no good Arabic font. */
function fontFaces(): string {
  const require = createRequire(import.meta.url)
  return FILES.map(({ weight, file }) => {
    const bytes = readFileSync(require.resolve(`@fontsource/noto-naskh-arabic/files/${file}`))
    const range = file.includes('-latin-') ? RANGES.latin : RANGES.arabic
    return `@font-face { font-family: 'Noto Naskh Arabic'; font-weight: ${weight}; unicode-range: ${range}; src: url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2'); }`
  }).join('\n')
}

/** A4, in light colours whatever the theme. Headings stay with their text, figures and tables are not split. */
const PRINT_STYLE = `
@page {
  size: A4; margin: 20mm 18mm 22mm;
  @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt 'Noto Naskh Arabic'; color: #57524b; }
}
:root { color-scheme: light; --ink: #1d1b18; --soft: #57524b; --line: #d5cec2; --paper: #fff; --link: #1f5a7a; }
html { font-size: 11pt; }
h1, h2, h3, .kicker { break-after: avoid; }
figure, blockquote, table, .factbox, .related, .correction, tr { break-inside: avoid; }
p { orphans: 2; widows: 2; }
img { max-block-size: 120mm; inline-size: auto; }
`

/** @returns the page with print style and embedded fonts. */
export function printedPage(html: string): string {
  return html.replace('</head>', () => `<style>\n${fontFaces()}\n${PRINT_STYLE}</style></head>`)
}

/**
 * Replaces the dates in a PDF, so that the same article gives the same bytes.
 * @param at the moment to write, in ISO 8601
 * @returns a PDF of the same length, because a PDF refers to its parts by offset
 */
export function withDate(pdf: Uint8Array, at: string): Uint8Array {
  const digits = `D:${at.slice(0, 19).replaceAll(/\D/gu, '')}+00'00'`
  const text = Buffer.from(pdf).toString('latin1')
  return Buffer.from(
    text.replaceAll(
      /(\/(?:CreationDate|ModDate) ?\()D:\d{14}(?:Z|[+-]\d\d'\d\d')\)/gu,
      (whole: string, start: string) => {
        const end = whole.slice(start.length, -1)
        return `${start}${digits.slice(0, end.length).padEnd(end.length, ' ')})`
      },
    ),
    'latin1',
  )
}
