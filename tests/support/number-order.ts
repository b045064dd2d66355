import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import type { Block, Direction } from '#core/article/block.ts'
import { head, list, newArticle, paragraph, table } from '#core/article/factories.ts'
import type { Inline } from '#core/article/inline.ts'
import { counter } from './articles.ts'

/** A line, and how each of its numbers and names is painted, from the left edge of the screen to the right. */
export type OrderLine = { text: string; dir: Direction; painted: string[] }

/** @returns the lines of `tests/fixtures/number-order.txt`, whose head says how it is read. */
export function orderLines(): OrderLine[] {
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
export function articleOfLine(children: Inline[], dir: Direction): Article {
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

/** Divides the first number of a line: its middle is bold, and from there a link reaches behind it. */
export function divided({ text, painted }: OrderLine): Inline[] {
  const [first = ''] = painted
  const at = text.indexOf(first)
  if (at === -1) return [{ text }]
  const middle = at + Math.ceil(first.length / 2)
  const end = Math.min(text.length, at + first.length + 2)
  return [
    { text: text.slice(0, middle - 1) },
    { text: text.slice(middle - 1, middle), bold: true },
    { type: 'link', url: 'https://example.org/', children: [{ text: text.slice(middle, end) }] },
    { text: text.slice(end) },
  ]
}
