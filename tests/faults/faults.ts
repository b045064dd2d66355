import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FULL, plan } from './plan.ts'
import { withResults } from './report.ts'
import { keepResults } from './results.ts'

const TOP = join(import.meta.dirname, '..', '..')
const PAGE = join(TOP, 'docs', 'reliability.md')

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const seed = Number(values.seed)
process.stdout.write(`seed ${seed}\n`)
const parts = plan(FULL, seed)
const chosen = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
if (chosen.length === 0) {
  process.stderr.write(`Which? ${parts.map(({ name }) => `“${name}”`).join(', ')}\n`)
  process.exit(1)
}
const results = keepResults(join(TOP, '.cache', 'faults', `results-${seed}.json`))
if (positionals.length === 0) results.clear()

let lost = 0
for (const { name, run } of chosen) {
  // In sequence: each part needs the whole machine.
  // oxlint-disable-next-line no-await-in-loop
  const rows = await run()
  results.keep(name, rows)
  for (const { fault, times, losses, notes, skipped } of rows) {
    lost += losses.length
    process.stdout.write(`${fault}\n  ${skipped ?? `${times} times, lost: ${losses.length}`}\n`)
    for (const words of [...losses, ...notes]) process.stdout.write(`  - ${words}\n`)
  }
}
// The results are written once every part has one.
const all = parts.map(({ name }) => results.of(name))
if (all.every((rows) => rows !== undefined)) {
  writeFileSync(PAGE, withResults(readFileSync(PAGE, 'utf8'), all.flat(), seed))
  spawnSync(process.execPath, [join(TOP, 'node_modules', 'oxfmt', 'bin', 'oxfmt'), PAGE], { stdio: 'inherit' })
}
process.exitCode = lost === 0 ? 0 : 1
