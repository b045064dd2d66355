// Runs in a worker, because the check of a large store takes many seconds, and the service must go on saving.
import { parentPort, workerData } from 'node:worker_threads'
import { checkAuditOf } from '#db/audit/check-audit-of.ts'
import { checkDatabase } from '#db/check.ts'
import { arePagesWhole } from '#db/check-pages.ts'
import { verify } from '#electron/files/keys.ts'
import type { CheckMessage, CheckTask } from './check-file.ts'

// oxlint-disable unicorn/require-post-message-target-origin -- a port of Node, which has no origins
const send = (message: CheckMessage): void => parentPort?.postMessage(message)

const { path, what, heads = [] } = workerData as CheckTask
if (what === 'pages') send({ isWhole: arePagesWhole(path) })
else {
  const check = checkDatabase(path, (fraction) => send({ fraction }))
  send({ check: { ...check, audit: checkAuditOf(path, verify, heads) } })
}
