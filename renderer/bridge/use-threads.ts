import { useCallback, useEffect, useRef, useState } from 'react'
import type { Thread } from '#core/review/thread.ts'
import { call } from './client.ts'
import { useChanges } from './use-changes.ts'

export type Threads = {
  /** Null until they were read. */
  threads: readonly Thread[] | null
  /** How many entries cannot be read. */
  damaged: number
  error: unknown
  reload: () => void
  /** Shows a thread as the service answered it, before the list is read again. */
  put: (thread: Thread) => void
}

const NOTHING = { threads: null, damaged: 0, error: null }

/** @returns the threads of an article, kept up to date */
export function useThreads(id: string): Threads {
  const [state, setState] = useState<Pick<Threads, 'threads' | 'damaged' | 'error'>>(NOTHING)
  const asked = useRef(0)
  const reload = useCallback(() => {
    asked.current += 1
    const mine = asked.current
    call('threads.list', { id }).then(
      // A thread that was put since may be missing in this answer.
      (answer) => mine === asked.current && setState({ ...answer, error: null }),
      (error: unknown) => mine === asked.current && setState((before) => ({ ...before, error })),
    )
  }, [id])
  useEffect(reload, [reload])
  useChanges((change) => {
    if (change === null || (change.type === 'threads-changed' && change.id === id)) reload()
  })
  const put = useCallback(
    (thread: Thread) => {
      setState((before) => ({ ...before, threads: withThread(before.threads ?? [], thread) }))
      reload()
    },
    [reload],
  )
  return { ...state, reload, put }
}

function withThread(threads: readonly Thread[], thread: Thread): Thread[] {
  const isKnown = threads.some(({ id }) => id === thread.id)
  return isKnown ? threads.map((each) => (each.id === thread.id ? thread : each)) : [...threads, thread]
}
