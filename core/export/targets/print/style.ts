import { pageWords, writtenDay } from '../../page-words.ts'
import type { Article } from '../../../article/article.ts'
import type { Edition } from '../../edition.ts'
import { languageDirection } from '../html/context.ts'

const RUNNING = `font: 9pt 'Noto Naskh Arabic'; color: #57524b;`

/** In light colours whatever the theme. Headings stay with their text; figures, quotes and table rows are not split. */
const PRINT_STYLE = `:root { color-scheme: light; --ink: #1d1b18; --soft: #57524b; --line: #d5cec2; --paper: #fff; --link: #1f5a7a; }
html { font-size: 11pt; }
h1, h2, h3, .kicker { break-after: avoid; }
figure, blockquote, table, .factbox, .related, .correction, tr { break-inside: avoid; }
p { orphans: 2; widows: 2; }
img { max-block-size: 120mm; inline-size: auto; }
`

/** @returns the style of the printed pages: A4, numbered; a draft is named at the top of each page, with its date. */
export function printStyle({ metadata: { language } }: Article, { draft, at, house }: Edition): string {
  const { digits = 'latn' } = house
  const counter = (name: string): string => `counter(${name}, ${digits === 'arab' ? 'arabic-indic' : 'decimal'})`
  const mark = `${pageWords(language).draftMark} · ${writtenDay(at.slice(0, 10), language, digits)}`
  return `
@page {
  size: A4; margin: 20mm 18mm 22mm; direction: ${languageDirection(language)};
  @bottom-center { content: ${counter('page')} ' / ' ${counter('pages')}; ${RUNNING} }
}
${draft ? `@page { @top-center { content: '${mark}'; ${RUNNING} } }\n` : ''}${PRINT_STYLE}`
}
