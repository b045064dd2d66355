import { runChanges } from './changes/changes.ts'
import { runDamage } from './damage/damage.ts'
import { runFailingCalls } from './failing-calls/failing-calls.ts'
import { runFailingDiskInChromium } from './failing-calls/in-window.ts'
import { runFullDisks } from './folder/full.ts'
import { runMovedFiles } from './folder/moved.ts'
import { runReadOnly } from './folder/read-only.ts'
import { runHistories } from './handover/histories.ts'
import { runKills, runKillsInChromium } from './kill/kill.ts'
import { runFailingMigrations, runKilledMigrations } from './migration/migration.ts'
import { runLaws } from './laws/laws.ts'
import { runMonkeys } from './monkey/monkey.ts'
import { runPowerCuts } from './power-cut/power-cut.ts'
import type { Row } from './row.ts'
import { runScenes } from './together/together.ts'

/** How often each fault is injected. */
type Counts = {
  kills: number
  killsAtOnce: number
  killsInChromium: number
  cuts: number
  folders: number
  damages: number
  /** Seeds of random actions in a window. The short form is `tests/e2e/monkey.spec.ts`. */
  monkeys: number
  /** Histories of articles that are handed from machine to machine. */
  handovers: number
  /** Generated articles on which the laws of changes are tried. The short form is `tests/scenarios/changes`. */
  changes: number
  /** Seeds of other cases for every law of the tests. */
  laws: number
  /** Uses every n-th statement of the migrations. */
  everyStatement: number
  /** Whether the slower parts run too: those in Chromium, and those that `npm test` has elsewhere. */
  isWhole: boolean
}

/** The counts of `npm run faults`. */
export const FULL: Counts = {
  ...{ kills: 150, killsAtOnce: 3, killsInChromium: 25, cuts: 1000, folders: 20, damages: 300, monkeys: 5 },
  ...{ handovers: 10_000, changes: 100_000, laws: 5, everyStatement: 1, isWhole: true },
}

/** The counts of `npm test`. */
export const SHORT: Counts = {
  ...{ kills: 4, killsAtOnce: 2, killsInChromium: 0, cuts: 16, folders: 1, damages: 10, monkeys: 0 },
  ...{ handovers: 12, changes: 0, laws: 0, everyStatement: 16, isWhole: false },
}

export type Part = { name: string; run: () => Promise<Row[]> }

/** @returns the parts of a run, in order. The same seed gives the same faults. */
export function plan(counts: Counts, seed: number): Part[] {
  const {
    kills,
    killsAtOnce,
    killsInChromium,
    cuts,
    folders,
    damages,
    monkeys,
    handovers,
    changes,
    laws,
    everyStatement,
  } = counts
  const one = async (row: Promise<Row>): Promise<Row[]> => [await row]
  const parts: Part[] = [
    { name: 'kills', run: () => one(runKills(kills, killsAtOnce, seed)) },
    { name: 'power cuts', run: () => one(runPowerCuts(cuts, seed)) },
    { name: 'failing calls', run: () => one(runFailingCalls()) },
    { name: 'full disks', run: () => one(runFullDisks(folders, seed)) },
    { name: 'read-only media', run: () => one(runReadOnly(folders, seed)) },
    { name: 'files that are moved', run: () => runMovedFiles(folders, seed) },
    { name: 'flipped bits in the file', run: () => one(runDamage('bit', 'file', damages, seed)) },
    { name: 'zeroed pages in the file', run: () => one(runDamage('page', 'file', damages, seed)) },
    { name: 'flipped bits in the log', run: () => one(runDamage('bit', 'log', damages, seed)) },
    { name: 'zeroed pages in the log', run: () => one(runDamage('page', 'log', damages, seed)) },
    { name: 'hand-overs', run: () => one(runHistories(handovers, seed)) },
    { name: 'scenes', run: () => runScenes() },
    { name: 'killed migrations', run: () => one(runKilledMigrations(everyStatement)) },
    { name: 'failing migrations', run: () => one(runFailingMigrations(everyStatement)) },
  ]
  const slower: Part[] = [
    { name: 'a failing disk in Chromium', run: () => one(runFailingDiskInChromium()) },
    { name: 'kills under Chromium', run: () => one(runKillsInChromium('service', killsInChromium, seed)) },
    { name: 'kills of Chromium', run: () => one(runKillsInChromium('browser', killsInChromium, seed)) },
    { name: 'monkeys', run: () => one(runMonkeys(monkeys, seed)) },
    { name: 'changes', run: () => one(runChanges(changes, seed)) },
    { name: 'laws', run: () => one(runLaws(laws, seed)) },
  ]
  return counts.isWhole ? [...parts, ...slower] : parts
}
