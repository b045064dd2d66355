import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { launchBrowser } from '../browser.ts'
import { machine } from '../machine.ts'
import { writeSection } from '../page.ts'
import { seededRandom } from '../statistics.ts'
import { report, type Measured } from './report.ts'
import { addArticle, addPicture, serveBoth, type Served } from './serve.ts'

const top = join(import.meta.dirname, '..', '..', '..')
const BUILT = join(top, 'dist', 'bench-sealing')
const ROUNDS = 20

/** One kind of call, and how often it is made in each round. */
type Subject = { name: string; count: number; make: (page: Page, side: Side, count: number) => Promise<number[]> }
type Side = 'sealed' | 'plain'

/** Makes the same calls sealed and plain in turns, and updates `docs/performance.md` with `--write`. */
export async function run(): Promise<void> {
  await build({
    configFile: join(top, 'build', 'vite.bench.config.ts'),
    root: join(import.meta.dirname, 'page'),
    build: { outDir: BUILT },
    logLevel: 'warn',
  })
  const folder = mkdtempSync(join(tmpdir(), 'midad-bench-'))
  const served = await serveBoth(join(folder, 'store'), BUILT)
  const browser = await launchBrowser()
  try {
    const text = report(await measure(browser, served), machine())
    process.stdout.write(text)
    if (process.argv.includes('--write')) writeSection(text)
  } finally {
    await browser.close()
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function subjectsOf({ service }: Served): Promise<Subject[]> {
  const saves = async (words: number): Promise<Subject> => {
    const ids = { sealed: await addArticle(service, words, 'bench'), plain: await addArticle(service, words, 'bench') }
    return {
      name: `save of ${words.toLocaleString('en')} words`,
      count: 10,
      make: (page, side, count) =>
        page.evaluate(([n, id]) => window.sealing?.save(n, id) ?? [], [count, ids[side]] as const),
    }
  }
  const hash = await addPicture(service)
  return [
    {
      name: 'smallest call',
      count: 20,
      make: (page, _side, count) => page.evaluate((n) => window.sealing?.get(n) ?? [], count),
    },
    await saves(1000),
    await saves(10_000),
    await saves(50_000),
    {
      name: 'picture of 4 MB',
      count: 3,
      make: (page, _side, count) =>
        page.evaluate(([n, of]) => window.sealing?.picture(n, of) ?? [], [count, hash] as const),
    },
  ]
}

async function measure(browser: Browser, served: Served): Promise<Measured[]> {
  const pages = { sealed: await open(browser, served.sealedUrl), plain: await open(browser, served.plainUrl) }
  const random = seededRandom(1)
  const measured: Measured[] = []
  for (const { name, count, make } of await subjectsOf(served)) {
    const times: Record<Side, number[]> = { sealed: [], plain: [] }
    // The first calls open the connections and the articles.
    for (const side of ['sealed', 'plain'] as const) await make(pages[side], side, count)
    for (let round = 0; round < ROUNDS; round += 1) {
      const order: readonly Side[] = random() < 0.5 ? ['sealed', 'plain'] : ['plain', 'sealed']
      for (const side of order) times[side].push(...(await make(pages[side], side, count)))
    }
    measured.push({ name, ...times })
  }
  return measured
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(url)
  await page.waitForFunction(() => window.sealing !== undefined)
  return page
}
