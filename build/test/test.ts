import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildMain, buildPage } from '../start/build.ts'
import { electronRuntime } from '../start/electron-runtime.ts'
import { provideChromium } from './chromium.ts'
import { phases } from './phases.ts'
import { readPlaywrightReport } from './playwright-report.ts'
import { closingLine, failureLines, NO_REPORT, slowestLines, type Report } from './report.ts'
import { runTool, top } from './run.ts'
import { staticChecks } from './static-checks.ts'
import { readVitestReport } from './vitest-report.ts'

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
const { phase, summary } = phases()

async function buildAll(): Promise<void> {
  await buildPage()
  if (electronRuntime() === null) process.stdout.write('Electron’s runtime is not installed: its tests are skipped.\n')
  else await buildMain()
}
// In parallel: none of them keeps two processors busy alone.
const [failedChecks] = await phase('checks, the page, and a WordPress to test against', () =>
  Promise.all([
    staticChecks(),
    buildAll(),
    runTool(join('..', 'tests', 'support', 'wordpress', 'serve.ts'), ['--prepare']),
  ]),
)

const vitestArgs = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`]
await phase('tests in Node', () => runTool('vitest/vitest.mjs', vitestArgs, { MIDAD_CHROMIUM: chromium }))

await phase('tests in Chromium', () =>
  runTool('@playwright/test/cli.js', ['test'], { MIDAD_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT }),
)

function reportAt(path: string, read: (json: unknown) => Report): Report {
  return existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : NO_REPORT
}
const reports = [reportAt(VITEST, (json) => readVitestReport(json, top)), reportAt(PLAYWRIGHT, readPlaywrightReport)]
const { counts, line } = closingLine(reports)
process.stdout.write(`\nthe slowest tests:\n${slowestLines(reports)}\n${summary()}`)
process.stdout.write(`\n${failureLines(reports)}`)
if (failedChecks.length > 0) process.stdout.write(`\nchecks that failed: ${failedChecks.join(', ')}\n`)
process.stdout.write(`\n${line}\n`)
process.exitCode = counts.failed === 0 && counts.passed > 0 && failedChecks.length === 0 ? 0 : 1
