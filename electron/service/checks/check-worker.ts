import { parentPort, workerData } from 'node:worker_threads'
import { checkDatabase } from '#db/check.ts'
import { arePagesWhole } from '#db/check-pages.ts'
import type { CheckMessage, CheckTask } from './check-file.ts'

// oxlint-disable unicorn/require-post-message-target-origin -- a port of Node, which has no origins
const tell = (message: CheckMessage): void => parentPort?.postMessage(message)

// Beside the service, which meanwhile goes on saving: to check a large store takes many seconds.
const { path, what } = workerData as CheckTask
if (what === 'pages') tell({ isWhole: arePagesWhole(path) })
else tell({ check: checkDatabase(path, (fraction) => tell({ fraction })) })
