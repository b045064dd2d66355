import { once } from 'node:events'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DatabaseCheck } from '#db/check.ts'

/** In the same form as this file: as it is written, or bundled. */
const WORKER = join(import.meta.dirname, `check-worker${extname(import.meta.filename)}`)

/** Checks a database that nobody has open, without keeping the service from its work. @throws what the check throws. */
export async function checkFile(path: string): Promise<DatabaseCheck> {
  const worker = new Worker(WORKER, { workerData: path })
  try {
    // `once` rejects when the worker fails.
    const [answer] = (await once(worker, 'message')) as [DatabaseCheck]
    return answer
  } finally {
    await worker.terminate()
  }
}
