import { describe, expect, it } from 'vitest'
import { phases } from './phases.ts'
import { readPlaywrightReport } from './playwright-report.ts'
import { closingLine, failureLines, NO_REPORT, slowestLines, type Report } from './report.ts'
import { readVitestReport } from './vitest-report.ts'

const vitest = {
  ...{ numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, numFailedTestSuites: 0 },
  testResults: [],
}
const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, suites: [], errors: [] }

describe('the counts of the reports', () => {
  it('are summed in the closing line', () => {
    const reports = [readVitestReport(vitest, '/'), readPlaywrightReport(playwright)]
    expect(closingLine(reports).line).toBe('tests: 8 passed, 2 failed, 3 skipped')
  })
  it('count a file that could not run, and a report that was not written, as a failure', () => {
    expect(readVitestReport({ ...vitest, numFailedTestSuites: 1 }, '/').counts.failed).toBe(1)
    expect(closingLine([NO_REPORT]).counts.failed).toBe(1)
  })
})

describe('the failures of a report', () => {
  it('are read from Vitest, also where a file could not run at all', () => {
    const passed = { status: 'passed', fullName: 'opens', failureMessages: [], duration: 2 }
    const failed = { status: 'failed', fullName: 'saves', failureMessages: ['\u001B[31mexpected 1\u001B[39m to be 2'] }
    const testResults = [
      { name: '/top/db/a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: '/top/db/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: '/top/db/c.test.ts', status: 'passed', message: '', assertionResults: [passed] },
    ]
    expect(readVitestReport({ ...vitest, testResults }, '/top').failures).toEqual([
      { test: 'db/a.test.ts › saves', why: 'expected 1 to be 2' },
      { test: 'db/b.test.ts', why: 'no such module' },
    ])
  })

  it('are read from Playwright, however deep', () => {
    const spec = { title: 'writes', file: 'e2e/a.spec.ts', line: 3, ok: true, tests: [] }
    const run = { duration: 1, error: { message: 'Test timeout' } }
    const broken = { ...spec, title: 'reads', ok: false, tests: [{ results: [run] }] }
    const suites = [{ specs: [spec], suites: [{ specs: [broken] }] }]
    const errors = [{ message: 'no tests found' }]
    expect(readPlaywrightReport({ ...playwright, suites, errors }).failures).toEqual([
      { test: 'e2e/a.spec.ts:3 › reads', why: 'Test timeout' },
      { test: 'the run itself', why: 'no tests found' },
    ])
  })

  it('are printed with the reason under the name, and without its stack', () => {
    const report: Report = { ...NO_REPORT, failures: [{ test: 'a › b', why: 'expected 1 to be 2\nat a line' }] }
    expect(failureLines([report])).toBe('failed: a › b\n  expected 1 to be 2\n  at a line\n')
    expect(failureLines([NO_REPORT])).toBe('')
    const long = { status: 'failed', fullName: 'x', failureMessages: ['1\n2\n3\n4\n5\n6\n7'] }
    const testResults = [{ name: 'f', status: 'failed', message: '', assertionResults: [long] }]
    expect(readVitestReport({ ...vitest, testResults }, '').failures[0]?.why).toBe('1\n2\n3\n4\n5\n6')
  })
})

describe('the times of a run', () => {
  it('list the twenty slowest tests of all reports, the slowest first', () => {
    const assertionResults = Array.from({ length: 30 }, (_each, index) => ({
      ...{ status: 'passed', fullName: `test ${index}`, duration: index * 100 },
    }))
    const testResults = [{ name: '/top/a.test.ts', status: 'passed', message: '', assertionResults }]
    const results = [{ duration: 4000 }, { duration: 2000 }]
    const specs = [{ title: 'again', file: 'b.spec.ts', line: 1, ok: true, tests: [{ results }] }]
    const reports = [
      readVitestReport({ ...vitest, testResults }, '/top'),
      readPlaywrightReport({ ...playwright, suites: [{ specs }] }),
    ]
    const lines = slowestLines(reports).split('\n')
    expect(lines.slice(0, 2)).toEqual(['    6.0 s  b.spec.ts:1 › again', '    2.9 s  a.test.ts › test 29'])
    expect(lines).toHaveLength(21)
  })
  it('list each phase', async () => {
    const clock = [1000, 3500]
    const { phase, summary } = phases(() => clock.shift() ?? 0)
    expect(await phase('checks', () => Promise.resolve('done'))).toBe('done')
    expect(summary()).toBe('    2.5 s  checks\n')
  })
})
