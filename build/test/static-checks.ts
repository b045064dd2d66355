import { announce, runBuffered } from './run.ts'

const CHECKS: readonly { what: string; tool: string; args: readonly string[] }[] = [
  { what: 'types', tool: 'typescript/bin/tsc', args: ['-b'] },
  { what: 'lint', tool: 'oxlint/bin/oxlint', args: ['--type-aware'] },
  { what: 'dead code', tool: 'knip/bin/knip.js', args: [] },
  { what: 'styles', tool: 'stylelint/bin/stylelint.mjs', args: ['renderer/**/*.css'] },
  { what: 'expressions', tool: 'build/test/linear-expressions.ts', args: [] },
  { what: 'format', tool: 'oxfmt/bin/oxfmt', args: ['--check'] },
]

/** Runs all static checks in parallel. @returns the names of those that failed. */
export async function staticChecks(): Promise<string[]> {
  const failed: string[] = []
  await Promise.all(
    CHECKS.map(async ({ what, tool, args }) => {
      const { status, output } = await runBuffered(tool, args)
      announce(what)
      process.stdout.write(output)
      if (status !== 0) failed.push(what)
    }),
  )
  return failed
}
