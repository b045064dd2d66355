import { join } from 'node:path'
import { buildPage } from '../../../build/start/build.ts'
import { percentile, seededRandom } from '#tests/bench/statistics.ts'
import { skippedRow, type Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import { killWhileTyping, type Killed } from './by-program.ts'
import { browserPath, killBrowser, killServiceUnder } from './in-chromium.ts'

const NO_BROWSER = 'skipped: no Chromium is installed'

/** Kills this many times, a few at once: typing is mostly waiting. */
async function each(
  times: number,
  atOnce: number,
  seed: number,
  kill: (store: string, random: () => number) => Promise<Killed>,
): Promise<Killed[]> {
  const results: Killed[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    for (let number = (next += 1); number <= times; number = next += 1) {
      const random = seededRandom(seed * 10_000 + number)
      const killed = await withFolder((folder) => kill(join(folder, 'store'), random))
      results.push({ ...killed, losses: killed.losses.map((words) => `kill ${number}: ${words}`) })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return results
}

function rowOf(fault: string, killed: readonly Killed[]): Row {
  const missing = killed.map(({ missingMs }) => missingMs)
  const [median, most] = [percentile(missing, 0.5), Math.max(...missing)]
  return {
    fault,
    times: killed.length,
    losses: killed.flatMap(({ losses }) => losses),
    notes: [`unacknowledged typing: ${median} ms in the median, ${most} ms at most`],
  }
}

/** Kills the service while a program types as a window does. */
export async function runKills(times: number, atOnce: number, seed: number): Promise<Row> {
  return rowOf('kill -9 of the service, while typing over its wire', await each(times, atOnce, seed, killWhileTyping))
}

/** Kills the service, or the browser, while somebody types in a real window. */
export async function runKillsInChromium(what: 'service' | 'browser', times: number, seed: number): Promise<Row> {
  const fault = `kill -9 of the ${what}, while typing in Chromium`
  const path = browserPath()
  if (path === null) return skippedRow(fault, NO_BROWSER)
  await buildPage()
  const kill = what === 'service' ? killServiceUnder : killBrowser
  return rowOf(fault, await each(times, 1, seed, (store, random) => kill(path, store, random)))
}
