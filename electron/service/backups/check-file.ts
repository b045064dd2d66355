import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DatabaseCheck } from '#db/check.ts'
import type { CopyRun } from '#db/open.ts'

/** In the same form as this file: as it is written, or bundled. */
const WORKER = join(import.meta.dirname, `check-worker${extname(import.meta.filename)}`)

/** How much has been checked; then what was found. */
export type CheckMessage = { fraction: number } | { check: DatabaseCheck }

/**
 * Checks a database that nobody has open, without keeping the service from its work.
 * @throws what the check throws, and the signal's reason.
 */
export async function checkFile(path: string, { signal, onProgress }: CopyRun = {}): Promise<DatabaseCheck> {
  signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<DatabaseCheck>()
  const worker = new Worker(WORKER, { workerData: path })
  const stop = (): void => reject(signal?.reason)
  signal?.addEventListener('abort', stop)
  worker.once('error', reject)
  worker.on('message', (message: CheckMessage) => {
    if ('check' in message) resolve(message.check)
    else onProgress?.(message.fraction)
  })
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
