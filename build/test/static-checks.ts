import { announce, runTool } from './run.ts'

const CHECKS: readonly { what: string; tool: string; args: readonly string[] }[] = [
  { what: 'format', tool: 'oxfmt/bin/oxfmt', args: ['--check'] },
  { what: 'lint', tool: 'oxlint/bin/oxlint', args: ['--type-aware'] },
  { what: 'styles', tool: 'stylelint/bin/stylelint.mjs', args: ['renderer/**/*.css'] },
  { what: 'types', tool: 'typescript/bin/tsc', args: ['-b'] },
  { what: 'dead code', tool: 'knip/bin/knip.js', args: [] },
]

/** Runs every check that needs no test. @returns the names of those that failed. */
export async function staticChecks(): Promise<string[]> {
  const failed: string[] = []
  for (const { what, tool, args } of CHECKS) {
    announce(what)
    // One after the other: their output would mix.
    // oxlint-disable-next-line no-await-in-loop
    if ((await runTool(tool, args)) !== 0) failed.push(what)
  }
  return failed
}
