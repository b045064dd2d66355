import type { Worker } from 'node:worker_threads'
import { ContractError } from '#core/contract/errors.ts'

/** What one task may take, in milliseconds. */
export type TimeLimits = {
  /** Of the processor: a machine that does other work does not refuse what it would take when idle. */
  processor: number
  /** Of the clock, whatever the worker does. */
  clock: number
}

/** @returns the processor time of a worker so far in milliseconds; null while it does not run. */
async function processorTime(worker: Worker): Promise<number | null> {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1000
  } catch {
    // It has not begun yet, or it has ended.
    return null
  }
}

/** How often the processor time is looked at while a task runs. */
const LOOKS = 20

/**
 * Watches the time of a worker's task.
 * @param onOver called once, with the refusal, when the task has passed a limit
 * @returns a function that ends the watch.
 */
export function limitTime(worker: Worker, limits: TimeLimits, onOver: (refusal: ContractError) => void): () => void {
  const timers: NodeJS.Timeout[] = []
  let isWatched = true
  const end = (): void => {
    isWatched = false
    for (const timer of timers) clearTimeout(timer)
  }
  const over = (): void => {
    if (!isWatched) return
    end()
    onOver(new ContractError('parsing-too-long'))
  }
  let before: number | null = null
  const look = async (): Promise<void> => {
    const now = await processorTime(worker)
    if (now === null) return
    // What the worker did before this task is not counted.
    before ??= now
    if (now - before > limits.processor) over()
  }
  void look()
  timers.push(
    setInterval(() => void look(), limits.processor / LOOKS),
    setTimeout(over, limits.clock),
  )
  return end
}
