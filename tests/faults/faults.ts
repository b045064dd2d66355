import { runFailingCalls } from './failing-calls/failing-calls.ts'
import { runPowerCuts } from './power-cut/power-cut.ts'
import type { Row } from './row.ts'

const seed = Number(process.argv[2] ?? 1)
process.stdout.write(`seed ${seed}\n`)

/** Every fault, as often as the promise says. */
const FAULTS: readonly (() => Promise<Row>)[] = [() => runPowerCuts(1000, seed), () => runFailingCalls()]

let lost = 0
for (const run of FAULTS) {
  // One after the other: each needs the machine for itself.
  const { fault, times, losses, notes, skipped } = await run()
  lost += losses.length
  process.stdout.write(`${fault}\n  ${skipped ?? `${times} times, ${losses.length} losses`}\n`)
  for (const words of [...losses, ...notes]) process.stdout.write(`  - ${words}\n`)
}
process.exitCode = lost === 0 ? 0 : 1
