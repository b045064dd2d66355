import { announce, runTool } from './run.ts'
import { staticChecks } from './static-checks.ts'

const failed = await staticChecks()
announce('unit tests')
const units = ['core', 'db', 'electron', 'renderer', 'build']
if ((await runTool('vitest/vitest.mjs', ['run', ...units])) !== 0) failed.push('unit tests')
process.stdout.write(failed.length === 0 ? '\ncheck: all is well\n' : `\ncheck: failed: ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
