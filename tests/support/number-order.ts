import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { Block, Direction } from '#core/article/block.ts'
import { head, list, newArticle, paragraph, table } from '#core/article/factories.ts'
import type { Inline } from '#core/article/inline.ts'
import { counter } from './articles.ts'

/** A line, and how each of its numbers and names is painted, from the left edge of the screen to the right. */
export type OrderLine = { text: string; dir: Direction; painted: string[] }

/** A line with its text, as marks and links divide it. */
export type DividedLine = OrderLine & { children: Inline[] }

/** @returns the lines of `tests/fixtures/number-order.txt`, whose head says how it is read. */
function orderLines(): OrderLine[] {
  const lines: OrderLine[] = []
  let dir: Direction = 'rtl'
  for (const line of readFileSync(join(import.meta.dirname, '../fixtures/number-order.txt'), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('= ')) {
      dir = line === '= ltr' ? 'ltr' : 'rtl'
      continue
    }
    const [text, painted] = line.split(' ⇒ ')
    if (text === undefined || painted === undefined) throw new Error(`no order beside «${line}»`)
    lines.push({ text, dir, painted: painted.split(' | ') })
  }
  return lines
}

/** Gives every line of text these words, and makes it run in this direction. */
function withWords(block: Block, children: Inline[], dir: Direction): Block {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each) => visit(each))
    if (typeof value !== 'object' || value === null || !('children' in value)) return value
    const isLine = Array.isArray(value.children) && value.children.every((child) => 'text' in child)
    return { ...value, dir, children: isLine ? children : visit(value.children) }
  }
  return visit(block) as Block
}

/** @returns an article that has the line as its headline, in a paragraph, a list and a table. */
export function articleOfLine({ children, dir }: DividedLine): Article {
  const id = counter()
  const blocks = [
    head('headline', id, ''),
    paragraph(id),
    list(id, false, ['', '']),
    table(id, [
      ['', ''],
      ['', ''],
    ]),
  ]
  return newArticle(
    'order',
    id,
    blocks.map((block) => withWords(block, children, dir)),
  )
}

/** @returns the lines of the fixture, each as one text. */
export function wholeLines(): DividedLine[] {
  return orderLines().map((line) => ({ ...line, children: [{ text: line.text }] }))
}

/** Numbers with nothing but a space between, of which no two are one expression. */
const NEIGHBOURS = [
  ['3-1', '2-0'],
  ['+5.5%', '-3.5%'],
  ['$1,250.75', '€1,000–€2,000'],
  ['@midad_app', '#Baghdad_2026'],
  ['24/11/2026', '10:30-11:45'],
  ['+964 770 123 4567', '+44 20 7946 0958'],
  ['٠٧٧٠-١٢٣-٤٥٦٧', '٠٧٨٠-١٢٣-٤٥٦٧'],
] as const

const URL = 'https://example.org/'

/** Divides two neighbours: by a bold middle in each, or by a link from inside the first into the second. */
function dividedNeighbours([first, second]: readonly [string, string], hasLink: boolean): DividedLine {
  const [inFirst, inSecond] = [Math.ceil(first.length / 2), Math.ceil(second.length / 2)]
  const children: Inline[] = hasLink
    ? [
        { text: `بين ${first.slice(0, inFirst)}` },
        { type: 'link', url: URL, children: [{ text: `${first.slice(inFirst)} ${second.slice(0, inSecond)}` }] },
        { text: `${second.slice(inSecond)} أمس` },
      ]
    : [
        { text: `بين ${first.slice(0, inFirst - 1)}` },
        { text: first.slice(inFirst - 1, inFirst), bold: true },
        { text: `${first.slice(inFirst)} ${second.slice(0, inSecond - 1)}` },
        { text: second.slice(inSecond - 1, inSecond), bold: true },
        { text: `${second.slice(inSecond)} أمس` },
      ]
  return { text: `بين ${first} ${second} أمس`, dir: 'rtl', painted: [`${second} ${first}`], children }
}

/** @returns the lines of the fixture with their first number divided, and lines with two divided numbers side by side. */
export function dividedLines(): DividedLine[] {
  return [
    ...orderLines().map((line) => ({ ...line, children: divided(line) })),
    ...NEIGHBOURS.flatMap((pair) => [dividedNeighbours(pair, false), dividedNeighbours(pair, true)]),
  ]
}

/** Divides the first number of a line: its middle is bold, and from there a link reaches behind it. */
function divided({ text, painted }: OrderLine): Inline[] {
  const [first = ''] = painted
  const at = text.indexOf(first)
  if (at === -1) return [{ text }]
  const middle = at + Math.ceil(first.length / 2)
  const end = Math.min(text.length, at + first.length + 2)
  return [
    { text: text.slice(0, middle - 1) },
    { text: text.slice(middle - 1, middle), bold: true },
    { type: 'link', url: URL, children: [{ text: text.slice(middle, end) }] },
    { text: text.slice(end) },
  ]
}
