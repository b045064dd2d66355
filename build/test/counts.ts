import { z } from 'zod'

export type Counts = { passed: number; failed: number; skipped: number }

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numFailedTestSuites: z.int(),
})
const playwrightSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
})

/** @returns the counts of a Vitest JSON report. A file that could not run at all counts as a failure. */
export function vitestCounts(report: unknown): Counts {
  const counts = vitestSchema.parse(report)
  const broken = counts.numFailedTests === 0 ? counts.numFailedTestSuites : 0
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + broken,
    skipped: counts.numPendingTests + counts.numTodoTests,
  }
}

/** @returns the counts of a Playwright JSON report. A test that passed only the second time has failed. */
export function playwrightCounts(report: unknown): Counts {
  const { stats, errors } = playwrightSchema.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}

/** @returns what a report says; a report that was not written is one failure. */
export function readCounts(report: unknown, read: (report: unknown) => Counts): Counts {
  return report === null ? { passed: 0, failed: 1, skipped: 0 } : read(report)
}

/** @returns the sums, and the line that closes a test run. */
export function closingLine(all: readonly Counts[]): { counts: Counts; line: string } {
  const sum = (key: keyof Counts): number => all.reduce((total, counts) => total + counts[key], 0)
  const counts = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  return { counts, line: `tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` }
}
