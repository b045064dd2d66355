import { describe, expect, it } from 'vitest'
import { runFailingCalls } from './failing-calls/failing-calls.ts'
import { runPowerCuts } from './power-cut/power-cut.ts'
import type { Row } from './row.ts'

/** The short form of `npm run faults`: every fault a few times, with the same seeds always. */
const FAULTS: readonly { name: string; run: () => Promise<Row> }[] = [
  { name: 'a power cut', run: () => runPowerCuts(24, 1) },
  { name: 'calls that fail', run: () => runFailingCalls() },
]

describe('no fault loses an acknowledged word', () => {
  it.each(FAULTS)('$name', { timeout: 600_000 }, async ({ run }) => {
    const row = await run()
    if (row.skipped !== undefined) process.stdout.write(`${row.fault}: ${row.skipped}\n`)
    else expect(row.times).toBeGreaterThan(0)
    expect(row.losses).toEqual([])
  })
})
