import type { Run } from './shortest-edit.ts'

/**
 * Slides each edit as far towards the end as the tokens allow. A shortest edit often has several equal positions: when
 * a sentence is added after another, either full stop can count as the new one. The last position gives the added
 * sentence its own.
 * @param from the old tokens, as numbers
 * @param to the new tokens, as numbers
 * @returns an edit of the same length, without empty runs
 */
export function slideEdits(runs: readonly Run[], from: readonly number[], to: readonly number[]): Run[] {
  const pending = runs.map((run) => ({ ...run }))
  let [atFrom, atTo] = [0, 0]
  const result: Run[] = []
  for (const [index, run] of pending.entries()) {
    const next = pending[index + 1]
    const isAlone = (result.at(-1)?.change ?? 'same') === 'same' && next?.change === 'same'
    if (run.change !== 'same' && isAlone) {
      // Keep one token before the next edit: the two would otherwise touch.
      const most = next.length - (index + 2 < pending.length ? 1 : 0)
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

/** Lengthens the unchanged run before an edit. */
function extend(runs: Run[], by: number): void {
  if (by === 0) return
  const before = runs.at(-1)
  if (before === undefined) runs.push({ change: 'same', length: by })
  else before.length += by
}
