/** The part of a worker that a lane uses. */
export type LaneWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

/** The end of a task that took too long. */
export class TooLongError extends Error {
  override readonly name = 'TooLongError'
}

/** Gives one message to a worker. @throws TooLongError after `limit` milliseconds; Error when the worker fails. */
async function ask<Reply>(worker: LaneWorker, message: unknown, limit: number): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const over = new AbortController()
  const { signal } = over
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => resolve(data), { signal })
  worker.addEventListener('error', ({ message: said }) => reject(new Error(`A worker failed: ${said}`)), { signal })
  const timer = setTimeout(() => reject(new TooLongError()), limit)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, which has no origins
  worker.postMessage(message)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    over.abort()
  }
}

/** Tasks that are done one after the other, in the order in which they are asked for. */
export type Lane<Reply> = {
  /** Starts the worker before there is anything to do. */
  begin: () => void
  /** @param signal ends a task that has not begun. */
  run: (message: unknown, signal?: AbortSignal) => Promise<Reply>
}

/**
 * A lane has a worker of its own. One that fails or passes the time is ended, and the next task has another.
 * @param start starts a worker
 * @param limit of one task, in milliseconds
 */
export function createLane<Reply>(start: () => LaneWorker, limit: number): Lane<Reply> {
  let worker: LaneWorker | null = null
  let last: Promise<unknown> = Promise.resolve()
  const begin = (): LaneWorker => (worker ??= start())
  const askWorker = async (before: Promise<unknown>, message: unknown, signal?: AbortSignal): Promise<Reply> => {
    await before
    signal?.throwIfAborted()
    try {
      return await ask<Reply>(begin(), message, limit)
    } catch (error) {
      worker?.terminate()
      worker = null
      throw error
    }
  }
  return {
    begin,
    run: (message, signal) => {
      const done = askWorker(last, message, signal)
      // The caller gets the failure. The next task must begin after it too.
      last = done.catch(() => null)
      return done
    },
  }
}
