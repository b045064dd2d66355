import type { List as MarkdownList, ListItem as MarkdownItem, RootContent } from 'mdast'
import type { List, ListItem } from '../../../article/block.ts'
import { isOrderedItem } from '../../../article/blocks/list.ts'
import { turned, within, type MarkdownContext } from './context.ts'
import { inlinesToMarkdown } from './inlines.ts'

const depthOf = (item: ListItem): number => item.depth ?? 0

/** @returns the items from `depth` on as lists: one for each run of items that are numbered alike. */
function lists(items: readonly ListItem[], depth: number, list: List): MarkdownList[] {
  const found: MarkdownList[] = []
  for (const [index, item] of items.entries()) {
    if (depthOf(item) !== depth) continue
    const end = items.findIndex((other, at) => at > index && depthOf(other) <= depth)
    const below = items.slice(index + 1, end === -1 ? items.length : end)
    const nested = lists(below, depth + 1, list)
    const words = inlinesToMarkdown(item.children, item.dir)
    if (words.length === 0 && nested.length === 0) continue
    const text = words.length === 0 ? [] : [{ type: 'paragraph' as const, children: words }]
    const element: MarkdownItem = { type: 'listItem', spread: false, children: [...text, ...nested] }
    const ordered = isOrderedItem(list, item)
    const last = found.at(-1)
    if (last?.ordered === ordered) last.children.push(element)
    else found.push({ type: 'list', ordered, spread: false, children: [element] })
  }
  return found
}

/** Turns items with depths into lists within items. */
export function listToMarkdown(list: List, context: MarkdownContext): RootContent[] {
  const content = lists(list.children, 0, list)
  const turn = turned(list.dir, context)
  return turn === '' ? content : within('div', turn, content)
}
