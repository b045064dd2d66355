import type { Article } from '../article/article.ts'
import { editedLines } from './apply.ts'
import type { Change, Key } from './change.ts'
import { readLine } from './line.ts'
import { lineAt, treeOf } from './tree.ts'

/** A range of a line: the id of its block, and two places in it, in units. */
export type Range = { readonly block: string; readonly start: number; readonly end: number }

/**
 * Follows words through changes.
 * @param base the article in which the range lies
 * @returns where its words are now: several ranges when the line was split or text came in between, none when no word
 *   is left
 */
export function follow(base: Article, changes: readonly Change[], { block, start, end }: Range): Range[] {
  const tree = treeOf(base.document)
  const own = [...tree.nodes.values()].find((node) => node.block.id === block)
  if (own === undefined || lineAt(tree, own.key) === null) return []
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.node] : [])))
  const idOf = (key: Key): string => {
    const renamed = changes.find((change) => change.kind === 'field' && change.node === key && change.field === 'id')
    const id = renamed?.kind === 'field' ? renamed.value : tree.nodes.get(key)?.block.id
    return typeof id === 'string' ? id : ''
  }
  if (removed.has(own.key)) return []
  const edited = editedLines(tree, changes)
  if (!edited.has(own.key)) return [{ block: idOf(own.key), start, end }]
  return [...edited].flatMap(([key, lines]) =>
    lines.flatMap(({ shell, kept }) => {
      const id = shell === null ? idOf(key) : String(shell['id'])
      return kept.flatMap((units) => {
        const [from, to] = [Math.max(start, units.start), Math.min(end, units.end)]
        if (units.line !== own.key || from >= to) return []
        const at = units.at - units.start
        return [{ block: id, start: from + at, end: to + at }]
      })
    }),
  )
}

/** @returns the text of a range; empty when the article has no such line. */
export function quoteOf(article: Article, { block, start, end }: Range): string {
  const tree = treeOf(article.document)
  const node = [...tree.nodes.values()].find((each) => each.block.id === block)
  const line = node === undefined ? null : lineAt(tree, node.key)
  return line === null ? '' : readLine(line.children).text.slice(start, end)
}
