/** The first tries: a failure seldom needs what was done long before it. */
const TAILS = [3, 10, 30, 100, 300]

/**
 * Leaves out steps while what remains still fails: all but the last few, then ever smaller pieces (delta debugging).
 * @param fails runs the steps
 * @returns steps of which none can be left out alone
 */
export async function shrink(
  steps: readonly number[],
  fails: (steps: readonly number[]) => Promise<boolean>,
): Promise<number[]> {
  let left = [...steps]
  for (const size of TAILS.filter((each) => each < steps.length)) {
    // oxlint-disable-next-line no-await-in-loop -- each run starts from the one before
    if (!(await fails(steps.slice(-size)))) continue
    left = steps.slice(-size)
    break
  }
  for (let size = Math.ceil(left.length / 2); ; size = Math.ceil(size / 2)) {
    const before = left.length
    for (let from = 0; from < left.length;) {
      const fewer = left.toSpliced(from, size)
      // oxlint-disable-next-line no-await-in-loop
      if (fewer.length > 0 && (await fails(fewer))) left = fewer
      else from += size
    }
    if (size === 1 && left.length === before) return left
  }
}
