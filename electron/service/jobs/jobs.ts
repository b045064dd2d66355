import { setImmediate } from 'node:timers/promises'
import type { jobsCalls } from '#core/contract/jobs.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Change } from '#core/contract/events.ts'
import type { Handlers } from '../context.ts'

/** Says that one more step of the work is done, and lets others be served. @throws ContractError `cancelled`. */
export type Step = () => Promise<void>

/** Long work that windows may watch and stop. */
export type Jobs = {
  /**
   * Does work of so many steps. Every window is told of each; one that asked for the job's end stops it at the next.
   * @param id the name that a window gave it; null for work that nobody watches.
   */
  run<T>(id: string | null, total: number, work: (step: Step) => Promise<T>): Promise<T>
  /** @returns whether work of that name was under way. */
  cancel(id: string): boolean
}

/** @returns jobs that tell of their steps by `emit`. */
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

export const jobsHandlers: Handlers<typeof jobsCalls> = {
  'jobs.cancel': ({ job }, { jobs }) => ({ found: jobs.cancel(job) }),
}
