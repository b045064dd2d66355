import type { Element } from 'hast'
import { h } from 'hastscript'
import type { List, ListItem } from '../../../../article/block.ts'
import { isOrderedItem } from '../../../../article/blocks/list.ts'
import { blockLanguage, type HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { properties, separated } from './properties.ts'

/**
 * Turns items with depths into lists within items. An item without words goes, unless deeper ones hang on it.
 * @returns null for a list without words
 */
export function listToHtml(list: List, context: HtmlContext): Element | null {
  const items = list.children.filter((item, index) => {
    const next = list.children[index + 1]
    return inlinesToHtml(item.children, item.dir).length > 0 || (next?.depth ?? 0) > (item.depth ?? 0)
  })
  if (!items.some((item) => inlinesToHtml(item.children, item.dir).length > 0)) return null
  const elements = lists(items, 0, list, context)
  const [first] = elements
  if (first === undefined) return null
  first.properties = properties(list, context)
  return first
}

/** @returns the items from `depth` on as lists: one for each run of items that are numbered alike. */
function lists(items: readonly ListItem[], depth: number, list: List, context: HtmlContext): Element[] {
  const groups: { ordered: boolean; elements: Element[] }[] = []
  for (const [index, item] of items.entries()) {
    if ((item.depth ?? 0) !== depth) continue
    const end = items.findIndex((other, at) => at > index && (other.depth ?? 0) <= depth)
    const below = items.slice(index + 1, end === -1 ? items.length : end)
    const nested = lists(below, depth + 1, list, context)
    const element = h('li', properties(item, context), [
      ...inlinesToHtml(item.children, item.dir),
      ...(nested.length === 0 ? [] : separated(nested)),
    ])
    const ordered = isOrderedItem(list, item)
    const group = groups.at(-1)
    if (group !== undefined && group.ordered === ordered) group.elements.push(element)
    else groups.push({ ordered, elements: [element] })
  }
  const attributes = { dir: list.dir, lang: blockLanguage(list.dir, context.language) }
  return groups.map(({ ordered, elements }) => h(ordered ? 'ol' : 'ul', attributes, separated(elements)))
}
