import { join } from 'node:path'
import { build } from 'vite'
import { buildPage } from '../../../build/start/build.ts'
import { launchBrowser } from '../browser.ts'
import { writeSection } from '../page.ts'
import { seededRandom } from '../statistics.ts'
import { longRun, type LongRun } from './long-run.ts'
import { burst, caretToMiddle, enterMs, heapMb, longTasks, type Burst } from './measure.ts'
import { report, type Measured } from './report.ts'
import { MidadSubject, openBare, serveBare, type Subject } from './subjects.ts'

const top = join(import.meta.dirname, '..', '..', '..')
const SIZES = [1000, 10_000, 50_000]
const BARE = ['contenteditable', 'prosemirror', 'lexical']
const BURSTS = 20

/** Types into Midad and bare editors in turns, and updates `docs/performance.md`. */
export async function run(): Promise<void> {
  await buildPage()
  await build({ configFile: join(top, 'build', 'vite.bench.config.ts'), logLevel: 'warn' })
  const chosen = process.argv
    .slice(3)
    .map(Number)
    .filter((size) => size > 0)
  const measured: Measured[] = []
  for (const words of chosen.length > 0 ? chosen : SIZES) {
    process.stderr.write(`${words} words…\n`)
    // In sequence: four long texts at a time are enough for the machine.
    // oxlint-disable-next-line no-await-in-loop
    measured.push(await measure(words))
  }
  let hour: LongRun | null = null
  if (chosen.length === 0) {
    process.stderr.write('an hour of keys…\n')
    const browser = await launchBrowser()
    hour = await longRun(browser).finally(() => browser.close())
  }
  const text = report(measured, hour)
  process.stdout.write(text)
  if (chosen.length === 0) writeSection(text)
}

async function measure(words: number): Promise<Measured> {
  const browser = await launchBrowser()
  const { url, server } = await serveBare()
  const [midad, proposing] = [new MidadSubject(), new MidadSubject()]
  try {
    const subjects: Subject[] = [await midad.open(browser, words), await proposing.open(browser, words, true)]
    for (const kind of BARE) subjects.push(await openBare(browser, url, kind, words))
    return { words, editors: await typeInTurns(subjects, words) }
  } finally {
    await browser.close()
    server.close()
    midad.end()
    proposing.end()
  }
}

/** Sends bursts of ten keys to each editor in random order, so that a slow machine slows all alike. */
async function typeInTurns(subjects: readonly Subject[], words: number): Promise<Measured['editors']> {
  const random = seededRandom(words)
  const bursts = new Map<string, Burst[]>(subjects.map(({ name }) => [name, []]))
  const before = new Map<string, number>()
  for (const subject of subjects) {
    await subject.page.bringToFront()
    await caretToMiddle(subject)
    await burst(subject)
    before.set(subject.name, await subject.letters())
  }
  const startLong = new Map(
    await Promise.all(subjects.map(async (each) => [each.name, await longTasks(each)] as const)),
  )
  for (let round = 0; round < BURSTS; round += 1) {
    const order = subjects.map((subject) => ({ subject, at: random() })).toSorted((one, other) => one.at - other.at)
    for (const { subject } of order) {
      await subject.page.bringToFront()
      bursts.get(subject.name)?.push(await burst(subject))
    }
  }
  const editors: Measured['editors'] = []
  for (const subject of subjects) {
    const { name, loadMs } = subject
    const typed = (await subject.letters()) - (before.get(name) ?? 0)
    if (typed !== BURSTS * 10) throw new Error(`${name} took ${typed} letters of ${BURSTS * 10}`)
    const long = (await longTasks(subject)) - (startLong.get(name) ?? 0)
    await subject.page.bringToFront()
    editors.push({
      name,
      loadMs,
      long,
      bursts: bursts.get(name) ?? [],
      heapMb: await heapMb(subject),
      enterMs: await enterMs(subject),
    })
  }
  return editors
}
