import type { Run } from './shortest-edit.ts'

/**
 * Moves what was added or removed as far on as it goes without another change: of a sentence that was written behind
 * another, the full stop that both end with is its own, and not the one before it.
 * @param from what the runs lead from, token by token, and `to` what they lead to.
 * @returns runs of the same changes, none of them empty.
 */
export function settle(runs: readonly Run[], from: readonly number[], to: readonly number[]): Run[] {
  const settled = runs.map((run) => ({ ...run }))
  let [atFrom, atTo] = [0, 0]
  const result: Run[] = []
  for (const [index, run] of settled.entries()) {
    const next = settled[index + 1]
    const isAlone = (result.at(-1)?.change ?? 'same') === 'same' && next?.change === 'same'
    if (run.change !== 'same' && isAlone) {
      // Of the stretch that follows the last token stays, where another change would else come beside this one.
      const most = next.length - (index + 2 < settled.length ? 1 : 0)
      const [tokens, at] = run.change === 'added' ? [to, atTo] : [from, atFrom]
      let steps = 0
      while (steps < most && tokens[at + steps] === tokens[at + run.length + steps]) steps += 1
      extend(result, steps)
      next.length -= steps
      atFrom += steps
      atTo += steps
    }
    if (run.length === 0) continue
    result.push(run)
    if (run.change !== 'added') atFrom += run.length
    if (run.change !== 'removed') atTo += run.length
  }
  return result
}

/** Makes the stretch that both have, before a change, so much longer. */
function extend(runs: Run[], by: number): void {
  if (by === 0) return
  const before = runs.at(-1)
  if (before === undefined) runs.push({ change: 'same', length: by })
  else before.length += by
}
