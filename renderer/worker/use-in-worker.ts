import { useEffect, useState } from 'react'
import { inWorker, TooLongError, type Task, type TaskInput, type TaskOutput } from './in-worker.ts'

/** The last task that is over: what came of it, or why nothing did. */
type Over<T extends Task> = {
  input: TaskInput<T>
  output: TaskOutput<T> | null
  failure: 'too-long' | 'failed' | null
}

/**
 * Does a task in a worker, and again whenever its input is another.
 * @param input null while there is nothing to do; the same object for the same task
 * @returns null until the first is over
 */
export function useInWorker<T extends Task>(task: T, input: TaskInput<T> | null): Over<T> | null {
  const [over, setOver] = useState<Over<T> | null>(null)
  useEffect(() => {
    if (input === null) return
    const left = new AbortController()
    inWorker(task, input, left.signal).then(
      (output) => {
        if (!left.signal.aborted) setOver({ input, output, failure: null })
      },
      (error: unknown) => {
        if (left.signal.aborted) return
        const isLong = error instanceof TooLongError
        if (!isLong) reportError(error)
        setOver({ input, output: null, failure: isLong ? 'too-long' : 'failed' })
      },
    )
    return () => left.abort()
  }, [task, input])
  return over
}
