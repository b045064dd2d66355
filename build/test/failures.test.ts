import { describe, expect, it } from 'vitest'
import { failureLines, playwrightFailures, vitestFailures } from './failures.ts'

describe('what failed', () => {
  it('is read out of a Vitest report, also where a file could not run at all', () => {
    const passed = { status: 'passed', fullName: 'opens', failureMessages: [] }
    const failed = { status: 'failed', fullName: 'saves', failureMessages: ['\u001B[31mexpected 1\u001B[39m to be 2'] }
    const testResults = [
      { name: 'db/a.test.ts', status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: 'db/b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: 'db/c.test.ts', status: 'passed', message: '', assertionResults: [passed] },
    ]
    expect(vitestFailures({ testResults })).toEqual([
      { test: 'db/a.test.ts › saves', why: 'expected 1 to be 2' },
      { test: 'db/b.test.ts', why: 'no such module' },
    ])
  })

  it('is read out of a Playwright report, however deep', () => {
    const spec = { title: 'writes', file: 'e2e/a.spec.ts', line: 3, ok: true, tests: [] }
    const error = { message: 'Test timeout' }
    const broken = { ...spec, title: 'reads', ok: false, tests: [{ results: [{ error }] }] }
    const suites = [{ specs: [spec], suites: [{ specs: [broken] }] }]
    expect(playwrightFailures({ suites, errors: [{ message: 'no tests found' }] })).toEqual([
      { test: 'e2e/a.spec.ts:3 › reads', why: 'Test timeout' },
      { test: 'the run itself', why: 'no tests found' },
    ])
  })

  it('is told in lines, the reason under the name, its stack left out', () => {
    const why = 'expected 1 to be 2\nat a line'
    expect(failureLines([{ test: 'a › b', why }])).toBe('failed: a › b\n  expected 1 to be 2\n  at a line\n')
    expect(failureLines([])).toBe('')
    const long = { status: 'failed', fullName: 'x', failureMessages: ['1\n2\n3\n4\n5\n6\n7'] }
    const testResults = [{ name: 'f', status: 'failed', message: '', assertionResults: [long] }]
    expect(vitestFailures({ testResults })[0]?.why).toBe('1\n2\n3\n4\n5\n6')
  })
})
