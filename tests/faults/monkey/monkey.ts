import { buildPage } from '../../../build/start/build.ts'
import { failureWords, type Failure } from '#tests/support/monkey/monkey.ts'
import { browserPath } from '../kill/in-chromium.ts'
import { skippedRow, type Row } from '../row.ts'
import { runSteps } from './monkey-run.ts'
import { shrink } from './shrink.ts'

const FAULT = 'random actions in a window: keys, presses, menus, drags, compositions, other screens'
const STEPS = 3000

/**
 * Lets the monkey take 3,000 actions with each of some seeds. A failure is shrunk to the steps that it needs, and said with
 * its seed.
 */
export async function runMonkeys(seeds: number, first: number): Promise<Row> {
  const path = browserPath()
  if (path === null) return skippedRow(FAULT, 'skipped: no Chromium is installed')
  await buildPage()
  const losses: string[] = []
  for (let seed = first; seed < first + seeds; seed += 1) {
    const steps = Array.from({ length: STEPS }, (_, step) => step)
    // oxlint-disable-next-line no-await-in-loop -- one window after another
    const failure = await runSteps(path, seed, steps)
    process.stdout.write(`seed ${seed}: ${failure === null ? `${STEPS} actions` : failureWords(failure)}\n`)
    // oxlint-disable-next-line no-await-in-loop
    if (failure !== null) losses.push(await shrunk(path, failure))
  }
  return { fault: FAULT, times: seeds * STEPS, losses, notes: [`${seeds} seeds from ${first}`] }
}

/** @returns the failure with the fewest steps that still fail, in words */
async function shrunk(path: string, failure: Failure): Promise<string> {
  const { seed, step } = failure
  const before = Array.from({ length: step + 1 }, (_, index) => index)
  const left = await shrink(before, async (steps) => (await runSteps(path, seed, steps)) !== null)
  const again = await runSteps(path, seed, left)
  return `${failureWords(again ?? failure)}\n  steps ${left.join(', ')}`
}
