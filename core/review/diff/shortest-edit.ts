/** So many things in a row that both rows have, or only the one or the other. */
export type Run = { change: 'same' | 'added' | 'removed'; length: number }

/**
 * Finds the fewest removals and additions that make one row of things another (E. Myers, "An O(ND) difference algorithm
 * and its variations", 1986): from the start, round by round, how far one comes with one edit more.
 * @param most gives up after so many edits: the work grows with their square
 * @returns the runs in order, or null when there are more edits than that
 */
export function shortestEdit(from: readonly number[], to: readonly number[], most: number): Run[] | null {
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let [fromEnd, toEnd] = [from.length, to.length]
  while (fromEnd > start && toEnd > start && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd -= 1
    toEnd -= 1
  }
  const between = editsOf(from.slice(start, fromEnd), to.slice(start, toEnd), most)
  if (between === null) return null
  return joined([{ change: 'same', length: start }, ...between, { change: 'same', length: from.length - fromEnd }])
}

/** @returns the runs without those of no length, neighbours of one kind as one. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const { change, length } of runs) {
    const last = result.at(-1)
    if (last?.change === change) last.length += length
    else if (length > 0) result.push({ change, length })
  }
  return result
}

/**
 * On the diagonal `k` lie the places (x, y) with x - y = k, after x things of the one row and y of the other. `reach`
 * holds for each diagonal the x of the farthest place that so many edits lead to.
 */
function editsOf(from: readonly number[], to: readonly number[], most: number): Run[] | null {
  const [width, height] = [from.length, to.length]
  const limit = Math.min(most, width + height)
  const middle = limit + 1
  const reach = new Int32Array(2 * limit + 3)
  const rounds: Int32Array[] = []
  for (let edits = 0; edits <= limit; edits += 1) {
    // What the round starts from, for the way back.
    rounds.push(reach.slice(middle - edits - 1, middle + edits + 2))
    // Beyond these diagonals lies neither row.
    const lowest = Math.max(-edits, edits - 2 * height)
    const highest = Math.min(edits, 2 * width - edits)
    for (let k = lowest; k <= highest; k += 2) {
      let x = isAddition(reach, middle, k, edits) ? (reach[middle + k + 1] ?? 0) : (reach[middle + k - 1] ?? 0) + 1
      while (x < width && x - k < height && from[x] === to[x - k]) x += 1
      reach[middle + k] = x
      if (x === width && x - k === height) return wayBack(rounds, width, height)
    }
  }
  return null
}

/** Whether a round comes onto a diagonal by an addition, from above it, and not by a removal, from below. */
function isAddition(reach: Int32Array, middle: number, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && (reach[middle + k - 1] ?? 0) < (reach[middle + k + 1] ?? 0))
}

function wayBack(rounds: readonly Int32Array[], width: number, height: number): Run[] {
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
