import { useRef, useState } from 'react'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

/** Long work of the service: how far it is, and a way to stop it. */
export type Job = {
  /** Null while nothing is under way. */
  progress: { done: number; total: number } | null
  /** Does the work under a name of its own, which it is given. */
  run: <T>(work: (job: string) => Promise<T>) => Promise<T>
  cancel: () => void
}

/** @returns long work of which one thing at a time is under way. */
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
      // One that is done meanwhile is simply not found any more.
      if (name.current !== null) void call('jobs.cancel', { job: name.current })
    },
  }
}
