import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { StoreCheck } from '#core/contract/store.ts'
import type { JournalHead } from '#db/tables/journal.ts'
import type { CopyRun } from '#db/open.ts'

/** The worker's file: TypeScript like this one, or bundled like this one. */
const WORKER = join(import.meta.dirname, `check-worker${extname(import.meta.filename)}`)

/** All but the pictures, which lie beside the database. */
export type FileCheck = Omit<StoreCheck, 'damagedPictures'>

/** `everything`: all pages and hashes of a database that nobody has open. `pages`: the pages of one that is open. */
export type CheckTask = { path: string; what: 'everything' | 'pages'; heads?: readonly JournalHead[] }

/** The progress from 0 to 1; at the end, what was found. */
export type CheckMessage = { fraction: number } | { check: FileCheck } | { isWhole: boolean }

/**
 * Checks a database that nobody has open, in a worker, so that the service can go on.
 * @param heads ends of its journal that others keep
 * @throws what the check throws, and the signal's reason.
 */
export function checkFile(path: string, heads: readonly JournalHead[], run: CopyRun = {}): Promise<FileCheck> {
  return inWorker({ path, what: 'everything', heads }, run, (message) =>
    'check' in message ? message.check : undefined,
  )
}

/**
 * Checks the pages of a store that the service has open, in a worker. @returns what `arePagesWhole` returns.
 * @throws what the check throws, and the signal's reason.
 */
export function checkPages(path: string, signal: AbortSignal): Promise<boolean> {
  const task = { path, what: 'pages' } as const
  return inWorker(task, { signal }, (message) => ('isWhole' in message ? message.isWhole : undefined))
}

async function inWorker<T>(
  task: CheckTask,
  { signal, onProgress }: CopyRun,
  answer: (message: CheckMessage) => T | undefined,
): Promise<T> {
  signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const worker = new Worker(WORKER, { workerData: task })
  const stop = (): void => reject(signal?.reason)
  signal?.addEventListener('abort', stop)
  worker.once('error', reject)
  worker.on('message', (message: CheckMessage) => {
    const found = answer(message)
    if (found !== undefined) resolve(found)
    else if ('fraction' in message) onProgress?.(message.fraction)
  })
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
