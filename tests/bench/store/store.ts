import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '#db/open.ts'
import { machine } from '../machine.ts'
import { writeSection } from '../page.ts'
import { measure, type Measured } from './measure.ts'
import { report, type Words } from './report.ts'
import { searchPairs, wordPairs } from '#tests/support/word-pairs.ts'

const SIZES = [1000, 10_000, 100_000]

/** Measures stores of several sizes and the words that a search finds, and prints the tables. */
export async function run(): Promise<void> {
  const options = process.argv.slice(3)
  const chosen = options.map(Number).filter((size) => size > 0)
  const top = mkdtempSync(join(tmpdir(), 'midad-bench-'))
  try {
    const measured: Measured[] = []
    for (const size of chosen.length > 0 ? chosen : SIZES) {
      process.stderr.write(`${size} articles…\n`)
      // One size grows out of the other.
      // oxlint-disable-next-line no-await-in-loop
      measured.push(await measure(top, measured.at(-1)?.articles ?? 0, size))
    }
    const text = report(measured, wordsIn(top), machine())
    process.stdout.write(text)
    if (options.includes('--write')) writeSection(text)
  } finally {
    rmSync(top, { recursive: true, force: true })
  }
}

function wordsIn(top: string): Words[] {
  const pairs = wordPairs()
  return (['tuning', 'held-out', 'real'] as const).map((half) => {
    const store = openStore(join(top, half))
    try {
      const own = pairs.filter((pair) => pair.half === half)
      return { half, counts: searchPairs(store.db, own) }
    } finally {
      store.close()
    }
  })
}
