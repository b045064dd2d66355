import { ISO_DAY } from '../../article/blocks/correction.ts'
import { isWebUrl } from '../../article/inline.ts'
import { wordsIn } from '../kept.ts'
import { shownText } from './elements.ts'
import { joinedLines, type Around } from './line.ts'
import { readLines, type LooseBlock, type Reading } from './loose.ts'
import { firstBelow, hasClass, textOf, topmostBelow, without, type HtmlElement, type HtmlNode } from './tree.ts'
import { withinBlock } from './within.ts'

/** Reads a correction: its text without its heading, and its date. */
function correction(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const isHead = (child: HtmlNode): child is HtmlElement =>
    child.type === 'element' && hasClass(child, 'correction-head')
  for (const head of node.children) if (isHead(head)) reportHead(head, reading)
  const date = node.attributes['data-date'] ?? firstBelow(node, 'time')?.attributes['datetime'] ?? ''
  const lines = readLines(
    node.children.filter((child) => !isHead(child)),
    inside,
    reading,
  )
  const [first] = lines
  if (first === undefined) return []
  const children = joinedLines(lines.map((line) => line.children))
  return [{ type: 'correction', dir: inside.dir ?? first.dir, ...(ISO_DAY.test(date) ? { date } : {}), children }]
}

/** The heading and the date of a correction are generated again. Reports any other words next to them. */
function reportHead(head: HtmlElement, reading: Reading): void {
  const words = shownText(without(head, ({ name }) => name === 'strong' || name === 'time'))
  if (wordsIn(words).length > 0) reading.losses.add('other-text', words)
}

function factbox(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const blocks = reading.blocks(node.children, inside)
  const [first] = blocks
  const isTitled = first?.type === 'subhead'
  const dir = inside.dir ?? first?.dir ?? 'rtl'
  const title = isTitled ? { ...first, type: 'factbox-title' } : { type: 'factbox-title', dir, children: [] }
  return [{ type: 'factbox', dir, children: [title, ...(isTitled ? blocks.slice(1) : blocks)] }]
}

function related(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const items = topmostBelow(node, ({ name }) => name === 'li').map((item) => {
    const own = withinBlock(item, inside)
    const link = firstBelow(item, 'a')
    const href = link?.attributes['href'] ?? ''
    const url = isWebUrl(href) && href.length <= 2048 ? href : ''
    // The whole item is a link, so links inside it lose their addresses. A bare address is no title.
    const lines = readLines(url === '' ? item.children : unlinked(item).children, own, reading)
    const [line] = lines
    const isBare = line !== undefined && url !== '' && textOf(item) === url
    const children = isBare ? [] : joinedLines(lines.map((each) => each.children))
    return { type: 'related-item', dir: own.dir ?? line?.dir ?? 'rtl', url, children }
  })
  if (items.length === 0) return reading.blocks(node.children, inside)
  const beside = reading.blocks(without(node, ({ name }) => name === 'li').children, inside)
  return [...beside, { type: 'related', dir: inside.dir ?? items[0]?.dir ?? 'rtl', children: items }]
}

/** @returns an element with its links replaced by their text. */
function unlinked(node: HtmlElement): HtmlElement {
  const children = node.children.map((child): HtmlNode => {
    if (child.type === 'text') return child
    return unlinked(child.name === 'a' ? { ...child, name: 'span', attributes: { ...child.attributes } } : child)
  })
  return { ...node, children }
}

type ReadAside = (node: HtmlElement, inside: Around, reading: Reading) => LooseBlock[]

/** The readers of the `aside` elements that Midad writes, by class. */
const ASIDES: Readonly<Record<string, ReadAside>> = {
  // The warning above an article that must not be published is no part of it.
  'midad-notice': () => [],
  correction,
  factbox,
  related,
}

/** @returns the reader of an `aside` that Midad wrote; null for any other element. */
export function asideReader(node: HtmlElement): ReadAside | null {
  if (node.name !== 'aside') return null
  return Object.entries(ASIDES).find(([name]) => hasClass(node, name))?.[1] ?? null
}
