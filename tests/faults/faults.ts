import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { FULL, plan } from './plan.ts'
import { page } from './report.ts'
import type { Row } from './row.ts'

const TOP = join(import.meta.dirname, '..', '..')
const PAGE = join(TOP, 'docs', 'reliability.md')

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const seed = Number(values.seed)
process.stdout.write(`seed ${seed}\n`)
const chosen = plan(FULL, seed).filter(({ name }) => positionals.length === 0 || positionals.includes(name))
if (chosen.length === 0) {
  process.stderr.write(
    `Which? ${plan(FULL, seed)
      .map(({ name }) => `“${name}”`)
      .join(', ')}\n`,
  )
  process.exit(1)
}

const rows: Row[] = []
for (const { run } of chosen) {
  // One after the other: each needs the machine for itself.
  // oxlint-disable-next-line no-await-in-loop
  for (const row of await run()) {
    rows.push(row)
    process.stdout.write(`${row.fault}\n  ${row.skipped ?? `${row.times} times, lost: ${row.losses.length}`}\n`)
    for (const words of [...row.losses, ...row.notes]) process.stdout.write(`  - ${words}\n`)
  }
}
// Only a whole run says what the page says.
if (positionals.length === 0) {
  writeFileSync(PAGE, page(rows, seed))
  spawnSync(process.execPath, [join(TOP, 'node_modules', 'oxfmt', 'bin', 'oxfmt'), PAGE], { stdio: 'inherit' })
}
process.exitCode = rows.every(({ losses }) => losses.length === 0) ? 0 : 1
