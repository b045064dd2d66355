import { Node, type Editor } from 'slate'
import { isBlock, isTextBlock } from '../query.ts'
import type { Board } from './board.ts'
import type { Item } from './item.ts'

type Placed = Pick<Item, 'key'> & { readonly description: Pick<Item['description'], 'block'> }

/**
 * @returns the keys of changes as a reader meets them: by the place where they are drawn, or the block where a clash stands,
 *   of which nothing is drawn. Those about the article come first.
 */
export function inTextOrder(editor: Editor, board: Board, items: readonly Placed[]): string[] {
  const ranks = new Map<string, number>()
  const add = (name: string): void => {
    if (!ranks.has(name)) ranks.set(name, ranks.size)
  }
  for (const [node, path] of Node.nodes(editor)) {
    if (!isBlock(node)) continue
    const drawing = board.blockOf(node.id)
    for (const { key } of drawing?.before ?? []) add(key)
    add(blockName(node.id))
    for (const { key } of drawing?.frames ?? []) add(key)
    if (isTextBlock(node)) {
      const places = board
        .linesOf(path[0] ?? 0, node.id)
        .flatMap(({ line: { ranges, words } }) => [
          ...ranges.map(({ start, key }) => ({ at: start, key })),
          ...words.map(({ at, key }) => ({ at, key })),
        ])
      for (const { key } of places.toSorted((one, other) => one.at - other.at)) add(key)
    }
    for (const { key } of drawing?.after ?? []) add(key)
  }
  const rankOf = ({ key, description: { block } }: Placed): number =>
    ranks.get(key) ?? ranks.get(blockName(block ?? '')) ?? -1
  return items.toSorted((one, other) => rankOf(one) - rankOf(other)).map(({ key }) => key)
}

/** Apart from the keys of changes. */
const blockName = (id: string): string => `block ${id}`
