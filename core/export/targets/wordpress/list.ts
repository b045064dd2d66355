import type { List, ListItem } from '../../../article/block.ts'
import { isOrderedItem } from '../../../article/blocks/list.ts'
import { words } from './inlines.ts'
import { block, html, type Attributes } from './markup.ts'

type Marked = (attributes: Attributes) => { attributes: Attributes; className: string[] }

/**
 * Turns items with depths into WordPress' lists within items. An item without words goes, unless deeper ones hang on it.
 * @param marked gives the outermost list its mark
 */
export function listBlock(list: List, language: string, marked: Marked): string[] {
  const hasWords = (item: ListItem): boolean => words(item, language).length > 0
  const items = list.children.filter(
    (item, index) => hasWords(item) || (list.children[index + 1]?.depth ?? 0) > (item.depth ?? 0),
  )
  if (!items.some(hasWords)) return []
  return lists(items, 0, list, language, marked)
}

const plain: Marked = (attributes) => ({ attributes, className: [] })

/** One list for each run of items that are numbered alike. */
function lists(items: readonly ListItem[], depth: number, list: List, language: string, marked: Marked): string[] {
  const groups: { ordered: boolean; items: string[] }[] = []
  for (const [index, item] of items.entries()) {
    if ((item.depth ?? 0) !== depth) continue
    const end = items.findIndex((other, at) => at > index && (other.depth ?? 0) <= depth)
    const below = lists(items.slice(index + 1, end === -1 ? items.length : end), depth + 1, list, language, plain)
    const markup = block('list-item', {}, `<li>${html(...words(item, language))}${below.join('\n\n')}</li>`)
    const ordered = isOrderedItem(list, item)
    const group = groups.at(-1)
    if (group !== undefined && group.ordered === ordered) group.items.push(markup)
    else groups.push({ ordered, items: [markup] })
  }
  return groups.map((group, index) => {
    const { attributes, className } = (index === 0 ? marked : plain)(group.ordered ? { ordered: true } : {})
    const tag = group.ordered ? 'ol' : 'ul'
    const classes = className.length === 0 ? '' : ` class="${className.join(' ')}"`
    return block('list', attributes, `<${tag}${classes}>${group.items.join('\n\n')}</${tag}>`)
  })
}
