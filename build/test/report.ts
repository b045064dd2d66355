import { stripVTControlCharacters } from 'node:util'

export type Counts = { passed: number; failed: number; skipped: number }
/** A test that failed, by its file and name, and the first lines of the reason. */
export type Failure = { test: string; why: string }
/** How long a test took, by its file and name. */
export type Timing = { test: string; ms: number }
/** What one runner reported, whichever it is. */
export type Report = { counts: Counts; failures: Failure[]; timings: Timing[] }

/** A report that was not written is one failure. */
export const NO_REPORT: Report = { counts: { passed: 0, failed: 1, skipped: 0 }, failures: [], timings: [] }

const REASON_LINES = 6
const SLOWEST = 20

/** @returns the first lines of a failure message; the rest is a stack, which was printed during the run. */
export function reason(message: string | undefined): string {
  return stripVTControlCharacters(message ?? '')
    .split('\n')
    .slice(0, REASON_LINES)
    .join('\n')
}

/** @returns the sums of some reports, and the line that closes a test run. */
export function closingLine(reports: readonly Report[]): { counts: Counts; line: string } {
  const sum = (key: keyof Counts): number => reports.reduce((total, { counts }) => total + counts[key], 0)
  const counts = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  return { counts, line: `tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped` }
}

/** @returns the failures as lines, for the end of the output. */
export function failureLines(reports: readonly Report[]): string {
  return reports
    .flatMap(({ failures }) => failures)
    .map(({ test, why }) => `failed: ${test}\n${why.replaceAll(/^/gm, '  ')}\n`)
    .join('')
}

/** @returns the twenty slowest tests as lines, the slowest first: seconds, then the test. */
export function slowestLines(reports: readonly Report[]): string {
  return reports
    .flatMap(({ timings }) => timings)
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST)
    .map(({ test, ms }) => secondsLine(ms, test))
    .join('')
}

/** @returns a line of a table of times: seconds, then what took them. */
export function secondsLine(ms: number, what: string): string {
  return `${(ms / 1000).toFixed(1).padStart(7)} s  ${what}\n`
}
