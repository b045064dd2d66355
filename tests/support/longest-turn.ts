/** What a thread and those beside it did for a while, in milliseconds of the processor. */
export type Work = {
  /** The longest that the thread went on without looking for other work. */
  longestTurn: number
  /** What all threads of the process did, except this one. */
  elsewhere: number
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000

/**
 * Watches the turns of this thread's event loop. Time in which other programs have the processor is not counted.
 * @returns a function that ends the watch.
 */
export function watchTurns(): () => Work {
  const here = (): number => milliseconds(process.threadCpuUsage())
  const everywhere = (): number => milliseconds(process.cpuUsage())
  const before = { here: here(), everywhere: everywhere() }
  let last = before.here
  let longestTurn = 0
  const look = (): void => {
    const now = here()
    longestTurn = Math.max(longestTurn, now - last)
    last = now
    next = setImmediate(look)
  }
  let next = setImmediate(look)
  return () => {
    clearImmediate(next)
    const now = here()
    const elsewhere = everywhere() - before.everywhere - (now - before.here)
    return { longestTurn: Math.max(longestTurn, now - last), elsewhere }
  }
}
