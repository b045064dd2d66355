import type { Article } from '../../article/article.ts'
import { textBlocks } from '../../article/text-nodes.ts'
import type { Change } from '../../changes/change.ts'
import { readLine } from '../../changes/line.ts'
import { treeOf } from '../../changes/tree.ts'
import { THREAD_MARK } from './notes.ts'

/** @returns changes that mark the words between two places of an article as what a thread is about. */
export function threadChanges(
  article: Article,
  { start, end }: { start: { block: string; at: number }; end: { block: string; at: number } },
  thread: number,
): Change[] {
  const tree = treeOf(article.document)
  const keys = new Map([...tree.nodes.values()].map(({ key, block }) => [block.id, key]))
  const lines = textBlocks(article.document)
  const first = lines.findIndex(({ id }) => id === start.block)
  const last = lines.findIndex(({ id }) => id === end.block)
  if (first === -1 || last === -1) return []
  return lines.slice(first, last + 1).flatMap((line): Change[] => {
    const from = line.id === start.block ? start.at : 0
    const to = Math.min(line.id === end.block ? end.at : Infinity, readLine(line.children).text.length)
    const key = keys.get(line.id)
    if (key === undefined || from >= to) return []
    return [{ kind: 'format', line: key, start: from, end: to, name: `mark:${THREAD_MARK}${thread}`, value: true }]
  })
}
