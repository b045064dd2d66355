/** A run of consecutive tokens: in both sequences, only in the new one, or only in the old one. */
export type Run = { change: 'same' | 'added' | 'removed'; length: number }

/**
 * Finds the fewest removals and additions that turn one sequence into another (E. Myers, "An O(ND) difference algorithm and
 * its variations", 1986).
 * @param maxEdits the limit after which it gives up: time and memory grow with the square of the number of edits
 * @returns the runs in order, or null when more than `maxEdits` edits are needed
 */
export function shortestEdit(from: readonly number[], to: readonly number[], maxEdits: number): Run[] | null {
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let [fromEnd, toEnd] = [from.length, to.length]
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd -= 1
    toEnd -= 1
  }
  const middle = myers(from.slice(start, fromEnd), to.slice(start, toEnd), maxEdits)
  if (middle === null) return null
  return mergeRuns([{ change: 'same', length: start }, ...middle, { change: 'same', length: from.length - fromEnd }])
}

/** @returns the runs without empty ones, with neighbours of the same kind merged. */
function mergeRuns(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const { change, length } of runs) {
    const last = result.at(-1)
    if (last?.change === change) last.length += length
    else if (length > 0) result.push({ change, length })
  }
  return result
}

/**
 * The search of Myers' paper, in its terms: the point (x, y) lies after x tokens of `from` and y of `to`, on the diagonal
 * k = x - y. `reach` holds, for each diagonal, the x of the furthest point that `edits` edits lead to. Diagonal 0 is at
 * index `middle`.
 */
function myers(from: readonly number[], to: readonly number[], maxEdits: number): Run[] | null {
  const [width, height] = [from.length, to.length]
  const limit = Math.min(maxEdits, width + height)
  const middle = limit + 1
  const reach = new Int32Array(2 * limit + 3)
  const rounds: Int32Array[] = []
  for (let edits = 0; edits <= limit; edits += 1) {
    // Backtracking needs the state before each round.
    rounds.push(reach.slice(middle - edits - 1, middle + edits + 2))
    // Other diagonals lie outside the grid.
    const lowest = Math.max(-edits, edits - 2 * height)
    const highest = Math.min(edits, 2 * width - edits)
    for (let k = lowest; k <= highest; k += 2) {
      let x = isAddition(reach, middle, k, edits) ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0) + 1
      while (x < width && x - k < height && from[x] === to[x - k]) x += 1
      reach[middle + k] = x
      if (x === width && x - k === height) return backtrack(rounds, width, height)
    }
  }
  return null
}

/** Whether the furthest path reaches diagonal `k` by an addition (from diagonal k + 1) and not by a removal (from k - 1). */
function isAddition(reach: Int32Array, middle: number, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && (reach[middle + k - 1] ?? 0) < (reach[middle + k + 1] ?? 0))
}

/** Follows the path found by `myers` from its end to its start. @returns its runs, from the start. */
function backtrack(rounds: readonly Int32Array[], width: number, height: number): Run[] {
  const runs: Run[] = []
  let [x, y] = [width, height]
  for (let edits = rounds.length - 1; edits > 0; edits -= 1) {
    const k = x - y
    const reach = rounds[edits] ?? new Int32Array()
    const isAdded = isAddition(reach, edits + 1, k, edits)
    const before = reach[edits + 1 + (isAdded ? k + 1 : k - 1)] ?? 0
    const came = isAdded ? before : before + 1
    runs.push({ change: 'same', length: x - came }, { change: isAdded ? 'added' : 'removed', length: 1 })
    x = before
    y = before - (isAdded ? k + 1 : k - 1)
  }
  runs.push({ change: 'same', length: x })
  return runs.toReversed()
}
