import { phases } from './phases.ts'
import { runTool } from './run.ts'
import { staticChecks } from './static-checks.ts'

const { phase, summary } = phases()
const failed = await phase('checks', staticChecks)
const status = await phase('unit tests', () => runTool('vitest/vitest.mjs', ['run', '--project', 'unit*']))
if (status !== 0) failed.push('unit tests')
process.stdout.write(`\n${summary()}`)
process.stdout.write(failed.length === 0 ? '\ncheck: all is well\n' : `\ncheck: failed: ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
