import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** A test that failed: its file and name, and the first words of why. */
export type Failure = { test: string; why: string }

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  line: z.int(),
  ok: z.boolean(),
  tests: z.array(z.object({ results: z.array(z.object({ error: z.object({ message: z.string() }).optional() })) })),
})
type Suite = { specs: z.infer<typeof specSchema>[]; suites?: Suite[] | undefined }
const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional()
  },
})
const playwrightSchema = z.object({
  suites: z.array(suiteSchema),
  errors: z.array(z.object({ message: z.string().optional() })),
})

const LINES = 6

/** The first lines say what was expected; the rest is a stack, which the run has printed already. */
function firstLines(message: string | undefined): string {
  return stripVTControlCharacters(message ?? '')
    .split('\n')
    .slice(0, LINES)
    .join('\n')
}

/** @returns what failed in a Vitest JSON report; a file that could not run at all is one failure. */
export function vitestFailures(report: unknown): Failure[] {
  return vitestSchema.parse(report).testResults.flatMap((file) => {
    const failed = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((one) => ({ test: `${file.name} › ${one.fullName}`, why: firstLines(one.failureMessages?.[0]) }))
    if (failed.length > 0 || file.status !== 'failed') return failed
    return [{ test: file.name, why: firstLines(file.message) }]
  })
}

function specsOf(suite: Suite): Suite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

/** @returns what failed in a Playwright JSON report, and what kept it from running at all. */
export function playwrightFailures(report: unknown): Failure[] {
  const { suites, errors } = playwrightSchema.parse(report)
  const failed = suites
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const error = tests.flatMap(({ results }) => results).find((result) => result.error !== undefined)?.error
      return { test: `${file}:${line} › ${title}`, why: firstLines(error?.message) }
    })
  return [...failed, ...errors.map(({ message }) => ({ test: 'the run itself', why: firstLines(message) }))]
}

/** @returns the failures as lines, for the end of a run: whoever sees only the end must see what failed. */
export function failureLines(failures: readonly Failure[]): string {
  return failures.map(({ test, why }) => `failed: ${test}\n${why.replaceAll(/^/gm, '  ')}\n`).join('')
}
