import type { Article } from '../article/article.ts'
import { editedLines } from './apply.ts'
import type { Change, Key } from './change.ts'
import { readLine } from './line.ts'
import { lineAt, treeOf } from './tree.ts'

/** A range of a line: the id of its block, and two places in it, in units. */
export type Range = { readonly block: string; readonly start: number; readonly end: number }

/** Follows words through changes: several ranges of one article are followed at the cost of one. */
export type Follow = (range: Range) => Range[]

/**
 * @param base the article in which the ranges lie
 * @returns a function that tells where the words of a range are now: several ranges when the line was split or text came
 *   in between, none when no word is left
 */
export function following(base: Article, changes: readonly Change[]): Follow {
  const tree = treeOf(base.document)
  const keys = new Map([...tree.nodes.values()].map((node) => [node.block.id, node.key]))
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.node] : [])))
  const edited = editedLines(tree, changes)
  const idOf = (key: Key): string => {
    const renamed = changes.find((change) => change.kind === 'field' && change.node === key && change.field === 'id')
    const id = renamed?.kind === 'field' ? renamed.value : tree.nodes.get(key)?.block.id
    return typeof id === 'string' ? id : ''
  }
  return ({ block, start, end }) => {
    const own = keys.get(block)
    if (own === undefined || lineAt(tree, own) === null || removed.has(own)) return []
    if (!edited.has(own)) return [{ block: idOf(own), start, end }]
    return [...edited].flatMap(([key, lines]) =>
      lines.flatMap(({ shell, kept }) => {
        const id = shell === null ? idOf(key) : String(shell['id'])
        return kept.flatMap((units) => {
          const [from, to] = [Math.max(start, units.start), Math.min(end, units.end)]
          if (units.line !== own || from >= to) return []
          const at = units.at - units.start
          return [{ block: id, start: from + at, end: to + at }]
        })
      }),
    )
  }
}

/** Follows one range: see `following`. */
export function follow(base: Article, changes: readonly Change[], range: Range): Range[] {
  return following(base, changes)(range)
}

/** @returns the text of a range; empty when the article has no such line. */
export function quoteOf(article: Article, { block, start, end }: Range): string {
  const tree = treeOf(article.document)
  const node = [...tree.nodes.values()].find((each) => each.block.id === block)
  const line = node === undefined ? null : lineAt(tree, node.key)
  return line === null ? '' : readLine(line.children).text.slice(start, end)
}
