import type { Inline } from '../../article/inline.ts'
import { MAX_LIST_DEPTH } from '../../article/blocks/list.ts'
import { joinedLines, type Around } from './line.ts'
import { type LooseBlock, type Reading } from './loose.ts'
import { glimpseOf, type HtmlElement, type HtmlNode } from './tree.ts'
import { withinBlock } from './within.ts'

const isList = (node: HtmlNode): node is HtmlElement =>
  node.type === 'element' && (node.name === 'ul' || node.name === 'ol')

/** The items of a list, flat, and the blocks that cannot stand in an item. */
type Read = { items: LooseBlock[]; others: LooseBlock[] }

function readItem(node: HtmlElement, inside: Around, depth: number, ordered: boolean, reading: Reading): Read {
  const own = withinBlock(node, inside)
  const blocks = reading.blocks(
    node.children.filter((child) => !isList(child)),
    own,
  )
  const isLine = ({ type }: LooseBlock): boolean => type === 'paragraph' || type === 'subhead'
  const lines = blocks.filter(isLine)
  const nesting = depth === 0 ? {} : { depth: Math.min(depth, MAX_LIST_DEPTH), ordered }
  if (depth > MAX_LIST_DEPTH) reading.losses.add('deep-list', glimpseOf(node))
  const nested = node.children.filter(isList).map((list) => readItems(list, withinBlock(list, own), depth + 1, reading))
  const children = joinedLines(lines.map((line) => line.children as Inline[]))
  const dir = own.dir ?? lines[0]?.dir ?? 'rtl'
  const isEmpty = children.length === 0 && nested.every(({ items }) => items.length === 0)
  return {
    items: [
      ...(isEmpty ? [] : [{ type: 'list-item', dir, ...nesting, children }]),
      ...nested.flatMap(({ items }) => items),
    ],
    others: [...blocks.filter((block) => !isLine(block)), ...nested.flatMap(({ others }) => others)],
  }
}

/** Wraps a child of a list that is no item. Browsers show such text. */
function asItem(child: HtmlNode): HtmlElement {
  return { type: 'element', name: 'li', attributes: {}, children: [child] }
}

function readItems(list: HtmlElement, inside: Around, depth: number, reading: Reading): Read {
  const ordered = list.name === 'ol'
  const parts = list.children
    .map((child) => (child.type === 'element' ? child : asItem(child)))
    .map((child) =>
      isList(child)
        ? readItems(child, withinBlock(child, inside), depth + 1, reading)
        : readItem(child, inside, depth, ordered, reading),
    )
  return { items: parts.flatMap(({ items }) => items), others: parts.flatMap(({ others }) => others) }
}

/** @returns a list, with nested lists as depths, followed by the blocks that cannot stand in a list. */
export function readList(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const { items, others } = readItems(node, inside, 0, reading)
  const [first] = items
  if (first === undefined) return others
  const ordered = node.name === 'ol'
  // `ordered` is left out where it is the same as the list's.
  const plain = items.map(({ ordered: own, ...item }) => (own === ordered ? item : { ...item, ordered: own }))
  return [{ type: 'list', dir: inside.dir ?? first.dir, ordered, children: plain }, ...others]
}
