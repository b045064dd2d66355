import { parentPort, workerData } from 'node:worker_threads'
import { checkDatabase } from '#db/check.ts'

// Beside the service, which meanwhile goes on saving: to check a large store takes many seconds.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of Node, which has no origins
parentPort?.postMessage(checkDatabase(String(workerData)))
