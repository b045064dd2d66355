import { z } from 'zod'
import { reason, type Report } from './report.ts'

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  line: z.int(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ duration: z.number(), error: z.object({ message: z.string() }).optional() })),
    }),
  ),
})
type Spec = z.infer<typeof specSchema>
type Suite = { specs: Spec[]; suites?: Suite[] | undefined }
const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional()
  },
})
const schema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  suites: z.array(suiteSchema),
  errors: z.array(z.object({ message: z.string().optional() })),
})

function specsOf(suite: Suite): Spec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

function nameOf({ file, line, title }: Spec): string {
  return `${file}:${line} › ${title}`
}

/**
 * @returns what a Playwright JSON report says, with what kept it from running at all among its failures. A test that
 * passed only the second time has failed.
 */
export function readPlaywrightReport(json: unknown): Report {
  const { stats, suites, errors } = schema.parse(json)
  const specs = suites.flatMap(specsOf).map((spec) => ({ spec, runs: spec.tests.flatMap(({ results }) => results) }))
  return {
    counts: {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    },
    failures: [
      ...specs
        .filter(({ spec }) => !spec.ok)
        .map(({ spec, runs }) => ({
          test: nameOf(spec),
          why: reason(runs.find(({ error }) => error !== undefined)?.error?.message),
        })),
      ...errors.map(({ message }) => ({ test: 'the run itself', why: reason(message) })),
    ],
    timings: specs.map(({ spec, runs }) => ({
      test: nameOf(spec),
      ms: runs.reduce((sum, { duration }) => sum + duration, 0),
    })),
  }
}
