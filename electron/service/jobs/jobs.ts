import { setImmediate } from 'node:timers/promises'
import { ContractError } from '#core/contract/errors.ts'
import type { Change } from '#core/contract/events.ts'

/** Reports that one more step of a job is done, and lets other calls be served. @throws ContractError `cancelled`. */
export type Step = () => Promise<void>

/** Long work that windows can watch and cancel. */
export type Jobs = {
  /**
   * Runs work of `total` steps, and reports each to every window. A cancelled job stops at its next step.
   * @param id the name that a window gave the job; null for a job that nobody watches.
   */
  run<T>(id: string | null, total: number, work: (step: Step) => Promise<T>): Promise<T>
  /** @returns whether a job of that name was running. */
  cancel(id: string): boolean
}

/** @param emit notifies every window */
export function createJobs(emit: (change: Change) => void): Jobs {
  const cancelled = new Map<string, boolean>()
  return {
    async run(id, total, work) {
      let done = 0
      if (id === null) return work(async () => {})
      cancelled.set(id, false)
      emit({ type: 'progress', job: id, done, total })
      try {
        return await work(async () => {
          done += 1
          emit({ type: 'progress', job: id, done, total })
          await setImmediate()
          if (cancelled.get(id) === true) throw new ContractError('cancelled')
        })
      } finally {
        cancelled.delete(id)
      }
    },
    cancel(id) {
      if (!cancelled.has(id)) return false
      cancelled.set(id, true)
      return true
    },
  }
}
