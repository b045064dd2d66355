import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { buildShim, createControl, NO_SHIM, shimEnv, type Refusal } from '../native/shim.ts'
import { skippedRow, type Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import type { Failed } from './result.ts'

const SESSION = join(import.meta.dirname, 'session.ts')
const FAULT =
  'a call fails with EIO or ENOSPC: each one of a save with and without checkpoint, a transition, a picture, an opening'

async function failAll(shim: string, error: Refusal): Promise<Failed> {
  return withFolder(async (base) => {
    const folder = join(base, 'store')
    mkdirSync(folder)
    const control = createControl(join(base, 'control'))
    const child = spawn(process.execPath, [SESSION, folder, control.path, error], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...shimEnv({ shim, folder, control }) },
    })
    const [output, [status]] = await Promise.all([text(child.stdout), once(child, 'close')])
    if (status !== 0) throw new Error(`The session of failing calls ended with ${String(status)}`)
    return JSON.parse(output) as Failed
  }, true)
}

/** Makes every system call of some operations fail: once alone, and once with all later ones. */
export async function runFailingCalls(): Promise<Row> {
  const shim = buildShim()
  if (shim === null) return skippedRow(FAULT, NO_SHIM)
  const results = [await failAll(shim, 'EIO'), await failAll(shim, 'ENOSPC')]
  const sum = (of: (failed: Failed) => number): number => results.map(of).reduce((a, b) => a + b, 0)
  const times = sum(({ injected }) => injected)
  return {
    fault: FAULT,
    times,
    losses: results.flatMap(({ losses }) => losses),
    notes: [
      `${sum(({ refused }) => refused)} of them were refused with a message and succeeded when repeated; the others did not need that call`,
    ],
  }
}
