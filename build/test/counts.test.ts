import { describe, expect, it } from 'vitest'
import { closingLine, playwrightCounts, readCounts, vitestCounts } from './counts.ts'

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, numFailedTestSuites: 0 }

describe('counts', () => {
  it('are summed in the closing line', () => {
    const playwright = playwrightCounts({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] })
    expect(closingLine([vitestCounts(vitest), playwright]).line).toBe('tests: 8 passed, 2 failed, 3 skipped')
  })
  it('take a file that could not run, and a report that is not there, for a failure', () => {
    expect(vitestCounts({ ...vitest, numFailedTestSuites: 1 }).failed).toBe(1)
    expect(readCounts(null, vitestCounts).failed).toBe(1)
  })
})
