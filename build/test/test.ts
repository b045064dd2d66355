import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildMain, buildPage } from '../start/build.ts'
import { electronRuntime } from '../start/electron-runtime.ts'
import { provideChromium } from './chromium.ts'
import { closingLine, playwrightCounts, readCounts, vitestCounts } from './counts.ts'
import { type Failure, failureLines, playwrightFailures, vitestFailures } from './failures.ts'
import { announce, runTool, top } from './run.ts'
import { staticChecks } from './static-checks.ts'

const REPORTS = join(top, '.cache', 'reports')
const VITEST = join(REPORTS, 'vitest.json')
const PLAYWRIGHT = join(REPORTS, 'playwright.json')

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

const chromium = provideChromium()
if (chromium === null) {
  process.stderr.write('There is no Chromium to test in, and none could be installed. Install one, then try again.\n')
  process.exit(1)
}
const failedChecks = await staticChecks()

announce('a WordPress to test against')
await runTool(join('..', 'tests', 'support', 'wordpress', 'serve.ts'), ['--prepare'])

announce('tests in Node')
await runTool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`], {
  MIDAD_CHROMIUM: chromium,
})

announce('tests in Chromium')
await buildPage()
if (electronRuntime() === null) process.stdout.write('Electron’s runtime is not installed: its tests are skipped.\n')
else await buildMain()
await runTool('@playwright/test/cli.js', ['test'], {
  MIDAD_CHROMIUM: chromium,
  PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT,
})

function reportAt(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}
const vitest = reportAt(VITEST)
const playwright = reportAt(PLAYWRIGHT)
const failures: Failure[] = [
  ...(vitest === null ? [] : vitestFailures(vitest)),
  ...(playwright === null ? [] : playwrightFailures(playwright)),
]
const { counts, line } = closingLine([readCounts(vitest, vitestCounts), readCounts(playwright, playwrightCounts)])
process.stdout.write(`\n${failureLines(failures)}`)
if (failedChecks.length > 0) process.stdout.write(`\nchecks that failed: ${failedChecks.join(', ')}\n`)
process.stdout.write(`\n${line}\n`)
process.exitCode = counts.failed === 0 && counts.passed > 0 && failedChecks.length === 0 ? 0 : 1
