import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runTool, top } from '../../../build/test/run.ts'
import { readVitestReport } from '../../../build/test/vitest-report.ts'
import type { Row } from '../row.ts'

const FAULT = 'the laws of the tests, with other cases than `npm test` has'

/** @returns the tests with laws, by their path from the top. */
function testsWithLaws(): string[] {
  const files = globSync('{core,db,electron,renderer,tests}/**/*.test.{ts,tsx}', { cwd: top })
  return files.filter((file) => readFileSync(join(top, file), 'utf8').includes("from 'fast-check'")).toSorted()
}

/** Runs every test that has a law with cases of its own for each seed. A failure names the seed that repeats it. */
export async function runLaws(seeds: number, first: number): Promise<Row> {
  const tests = testsWithLaws()
  const losses: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'midad-laws-'))
  try {
    for (let seed = first + 1; seed <= first + seeds; seed += 1) {
      const report = join(folder, `${seed}.json`)
      const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...tests]
      // oxlint-disable-next-line no-await-in-loop -- each run uses all processors
      await runTool('vitest/vitest.mjs', args, { MIDAD_SEED: `${seed}` })
      const { failures } = readVitestReport(JSON.parse(readFileSync(report, 'utf8')), top)
      losses.push(...failures.map(({ test, why }) => `MIDAD_SEED=${seed} ${test}: ${why}`))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { fault: FAULT, times: seeds, losses, notes: [`${tests.length} files of tests`] }
}
