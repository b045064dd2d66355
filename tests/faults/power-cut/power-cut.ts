import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '#db/open.ts'
import { seededRandom } from '#tests/bench/statistics.ts'
import { buildShim, NO_SHIM, readLog, shimEnv, type Op } from '../native/shim.ts'
import { skippedRow, type Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import { runScript } from '../support/run-script.ts'
import { makeVersionOne } from '../support/version-one.ts'
import { compare, OLD_ARTICLES } from './compare.ts'
import { Disk, type Luck } from './disk.ts'
import type { Entry } from './journal.ts'

const SESSION = join(import.meta.dirname, 'session.ts')
const FAULT = 'power cut: the recorded writes and syncs up to a point, the unsynced ones dropped, kept or torn'

type Recorded = { disk: Disk; ops: Op[]; isUpgrade: boolean }
type Day = { shim: string; synchronous: 'FULL' | 'NORMAL'; isUpgrade: boolean; seed: number }

/** Records a day of work in a new store, or in one of version 1, which is upgraded first. */
async function record(folder: string, { shim, synchronous, isUpgrade, seed }: Day): Promise<Recorded> {
  const [store, log] = [join(folder, 'store'), join(folder, 'log')]
  mkdirSync(store, { recursive: true })
  if (isUpgrade) makeVersionOne(store, OLD_ARTICLES)
  const disk = new Disk(store)
  const env = shimEnv({ shim, folder: store, log })
  const { status, errors } = await runScript(SESSION, [store, `${log}.acks`, synchronous, `${seed}`], env)
  if (status !== 0) throw new Error(`The day of work failed: ${errors}`)
  return { disk, ops: readLog(log), isUpgrade }
}

/** @returns random luck for one cut: from a disk that kept nothing to one that kept everything. */
function drawLuck(random: () => number): Luck {
  const share = [0, 0.1, 0.5, 0.9, 1][Math.floor(random() * 5)] ?? 0
  const sectors = [0.5, 0.9, 1][Math.floor(random() * 3)] ?? 1
  return { keeps: () => random() < share, keepsSector: () => random() < sectors, isOrdered: random() < 0.5 }
}

function openAndCompare(
  folder: string,
  before: readonly Entry[],
  after: readonly Entry[],
  isUpgrade: boolean,
): string[] {
  try {
    const store = openStore(folder)
    try {
      return compare(store, before, after, isUpgrade)
    } finally {
      store.close()
    }
  } catch (error) {
    return [`the store does not open: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** Cuts the power at this many points of a recorded day. @returns the losses, with the operation of the cut. */
function cutPower({ disk, ops, isUpgrade }: Recorded, folder: string, cuts: number, seed: number): string[] {
  const random = seededRandom(seed)
  const points = Array.from({ length: cuts }, () => Math.floor(random() * (ops.length + 1))).toSorted((a, b) => a - b)
  const before: Entry[] = []
  const toCome = ops.flatMap((op) => (op.kind === 'word' ? [JSON.parse(op.text) as Entry] : []))
  const losses: string[] = []
  const target = join(folder, 'after')
  for (let at = 0; at <= ops.length; at += 1) {
    for (; points[0] === at; points.shift()) {
      disk.cut(target, drawLuck(random))
      losses.push(
        ...openAndCompare(target, before, toCome, isUpgrade).map((words) => `cut at ${at} of ${ops.length}: ${words}`),
      )
      rmSync(target, { recursive: true, force: true })
    }
    const op = ops[at]
    if (op?.kind === 'word') before.push(...toCome.splice(0, 1))
    else if (op !== undefined) disk.do(op)
  }
  return losses
}

/**
 * Cuts the power: half of the cuts in the day of a new store, half in the day of a store that is upgraded first. The
 * same with `synchronous=NORMAL` must lose something, which shows that the test can find a loss.
 */
export async function runPowerCuts(cuts: number, seed: number): Promise<Row> {
  const shim = buildShim()
  if (shim === null) return skippedRow(FAULT, NO_SHIM)
  const day = (synchronous: 'FULL' | 'NORMAL', isUpgrade: boolean, count: number): Promise<string[]> =>
    withFolder(async (folder) => {
      const recorded = await record(folder, { shim, synchronous, isUpgrade, seed })
      return withFolder((target) => cutPower(recorded, target, count, seed), true)
    }, true)
  const half = Math.ceil(cuts / 2)
  const losses = [...(await day('FULL', false, half)), ...(await day('FULL', true, cuts - half))]
  const withNormal = await day('NORMAL', false, half)
  if (withNormal.length === 0) losses.push('synchronous=NORMAL lost nothing: this test proves nothing')
  const notes = [`with synchronous=NORMAL ${withNormal.length} losses in ${half} cuts, as there must be some`]
  return { fault: FAULT, times: cuts, losses, notes }
}
