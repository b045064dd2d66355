import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { changeCases, sidesOf, type ChangeCase } from '#tests/support/change-cases.ts'
import { brokenChangeLaws } from '#tests/support/change-laws.ts'
import type { Row } from '../row.ts'

const FAULT = 'two versions of one generated article are compared, taken apart and merged'
/** So many cases are made at a time. Each batch has its own seed, with which it can be repeated. */
const BATCH = 1000

/** Tries the laws of changes on generated articles. A failure is shrunk, and said with the case that shows it. */
export async function runChanges(times: number, seed: number): Promise<Row> {
  const losses: string[] = []
  const batches = Math.ceil(times / BATCH)
  for (let batch = 0; batch < batches; batch += 1) {
    const found = fc.check(
      fc.property(changeCases, (given) => lawsOf(given).length === 0),
      { numRuns: BATCH, seed: seed * batches + batch },
    )
    const [given] = found.counterexample ?? []
    if (given !== undefined) losses.push(`${lawsOf(given).join('; ')}\n  ${JSON.stringify(given)}`)
    process.stdout.write(`${(batch + 1) * BATCH} cases, broken: ${losses.length}\n`)
    // oxlint-disable-next-line no-await-in-loop -- an interrupt is served between batches
    await setImmediate()
  }
  return { fault: FAULT, times: batches * BATCH, losses, notes: [] }
}

/** @returns the laws that a case breaks. An error breaks one too. */
function lawsOf(given: ChangeCase): string[] {
  try {
    return brokenChangeLaws(sidesOf(given), given.seed)
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}
