import { useRef, useState } from 'react'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

/** A long call of the service, with its progress and a way to cancel it. */
export type Job = {
  /** Null while no job runs. */
  progress: { done: number; total: number } | null
  /** Runs work under a fresh job name, which it passes on. */
  run: <T>(work: (job: string) => Promise<T>) => Promise<T>
  cancel: () => void
}

/** @returns a runner of one job at a time. */
export function useJob(): Job {
  const name = useRef<string | null>(null)
  const [progress, setProgress] = useState<Job['progress']>(null)
  useChanges((change) => {
    if (change?.type === 'progress' && change.job === name.current) {
      setProgress({ done: change.done, total: change.total })
    }
  })
  return {
    progress,
    async run(work) {
      const own = crypto.randomUUID()
      name.current = own
      setProgress({ done: 0, total: 1 })
      try {
        return await work(own)
      } finally {
        name.current = null
        setProgress(null)
      }
    },
    cancel() {
      // If the job has ended meanwhile, the service does not find it and nothing happens.
      if (name.current !== null) void call('jobs.cancel', { job: name.current })
    },
  }
}
