import { relative } from 'node:path'
import { z } from 'zod'
import { reason, type Report } from './report.ts'

const schema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numFailedTestSuites: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
          // A skipped test has none.
          duration: z.number().nullish(),
        }),
      ),
    }),
  ),
})
type File = z.infer<typeof schema>['testResults'][number]

/** @returns a Vitest JSON report as a `Report`. Paths are relative to `top`; a file that could not run is one failure. */
export function readVitestReport(json: unknown, top: string): Report {
  const report = schema.parse(json)
  const broken = report.numFailedTests === 0 ? report.numFailedTestSuites : 0
  const nameOf = (file: File, fullName: string): string => `${relative(top, file.name)} › ${fullName}`
  return {
    counts: {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    failures: report.testResults.flatMap((file) => {
      const failed = file.assertionResults.filter(({ status }) => status === 'failed')
      if (failed.length === 0 && file.status === 'failed')
        return [{ test: relative(top, file.name), why: reason(file.message) }]
      return failed.map((test) => ({ test: nameOf(file, test.fullName), why: reason(test.failureMessages?.[0]) }))
    }),
    timings: report.testResults.flatMap((file) =>
      file.assertionResults.map(({ fullName, duration }) => ({ test: nameOf(file, fullName), ms: duration ?? 0 })),
    ),
  }
}
