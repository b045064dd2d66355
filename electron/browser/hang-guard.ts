import type { ChildProcess } from 'node:child_process'

/** How often a process is asked whether it still answers, and how many questions in a row it may leave unanswered. */
export type Pings = { everyMs: number; unanswered: number }

/**
 * Ten seconds without an answer. Questions are counted, not the clock: a machine that slept, or that is so busy that this
 * process hardly runs, is no hang.
 */
export const PINGS: Pings = { everyMs: 1000, unanswered: 10 }

/**
 * Kills a process that hangs, so that its exit is noticed like that of one that died.
 * @param ping sends a question that the process answers by itself
 * @returns a function to be called at every answer.
 */
export function guardAgainstHang(
  child: ChildProcess,
  ping: () => void,
  { everyMs, unanswered }: Pings = PINGS,
): () => void {
  let open = 0
  const timer = setInterval(() => {
    // It cannot be told to stop: it reads no messages.
    if (open >= unanswered) child.kill('SIGKILL')
    open += 1
    ping()
  }, everyMs)
  timer.unref()
  child.once('exit', () => clearInterval(timer))
  return () => {
    open = 0
  }
}
