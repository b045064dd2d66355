import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ContractError } from '#core/contract/errors.ts'
import { damagedRows, type RecoveryReport } from '#core/contract/store.ts'
import { openService } from '#electron/service/open-service.ts'
import type { Service } from '#electron/service/service.ts'
import { seededRandom } from '#tests/bench/statistics.ts'
import type { Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import { differences, show, type Difference, type Shown } from './shown.ts'
import { makeCutOff, makeSource } from './source.ts'

const PAGE = 4096

type Kind = 'bit' | 'page'
/** `file`: the file of a closed store; `log`: the log of a killed one, with its later saves. */
type Where = 'file' | 'log'

type Trial = { source: string; before: Shown; ids: readonly string[] }
/** The effect of a damage. */
type Outcome = 'harmless' | 'shown as damaged' | 'recovered' | 'refused'

function damage(path: string, kind: Kind, random: () => number): string {
  const bytes = readFileSync(path)
  if (kind === 'bit') {
    const [at, bit] = [Math.floor(random() * bytes.length), Math.floor(random() * 8)]
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
    writeFileSync(path, bytes)
    return `bit ${bit} of byte ${at}`
  }
  const page = Math.floor(random() * Math.ceil(bytes.length / PAGE))
  // A log ends in the middle of a page.
  bytes.fill(0, page * PAGE, Math.min(bytes.length, (page + 1) * PAGE))
  writeFileSync(path, bytes)
  return `page ${page + 1}`
}

async function statusOf(service: Service): Promise<RecoveryReport | null> {
  const status = await service.call('store.status', {}, 'reader')
  return status.ok ? status.value.recovery : null
}

/** @returns whether a recovery report covers an article: it names the article, or says that the end of the log is lost. */
function isReported(id: string, report: RecoveryReport | null): boolean {
  if (report === null) return false
  return report.from === 'log' || [...report.older, ...report.lost].some((each) => each.id === id)
}

const SECOND_LOOK = 'it is still not right after the next opening: '

/** Opens a store, compares everything, and opens it again when the service reports that a recovery is due. */
async function outcomeOf(folder: string, { before, ids }: Trial): Promise<{ outcome: Outcome; losses: string[] }> {
  let service: Service
  try {
    service = openService(folder)
  } catch (error) {
    if (!(error instanceof ContractError)) return { outcome: 'refused', losses: [`opening threw ${String(error)}`] }
    const isRefused = error.code === 'store-newer'
    return { outcome: 'refused', losses: isRefused ? [] : [`it is refused as ${error.code}`] }
  }
  try {
    const report = await statusOf(service)
    const shown = await show(service, ids)
    const found = differences(before, shown)
    if (report !== null) return { outcome: 'recovered', losses: unreported(found, report) }
    const odd = [...shown.refusals].filter(
      (code) => !['article-damaged', 'store-corrupt', 'in-the-bin', 'not-found'].includes(code),
    )
    const losses = [...found.wrong.map((words) => `wrong: ${words}`), ...odd.map((code) => `it answers ${code}`)]
    if (losses.length > 0) return { outcome: 'refused', losses }
    if (shown.refusals.has('store-corrupt'))
      return { outcome: 'recovered', losses: await again(service, folder, before, ids) }
    if (found.missing.length > 0) {
      // Not reported yet: the check of the next backup must.
      const backup = await service.call('store.backUp', {}, 'reader')
      if (!backup.ok) return { outcome: 'refused', losses: [`no backup could be made: ${backup.error.code}`] }
      const { check } = backup.value
      if (!check.isFileSound) return { outcome: 'recovered', losses: await again(service, folder, before, ids) }
      const damaged = check.damagedArticles.length + damagedRows(check)
      const unseen = damaged > 0 ? [] : found.missing
      return { outcome: 'shown as damaged', losses: unseen.map((words) => `missing, and no check sees it: ${words}`) }
    }
    return { outcome: found.damaged.length > 0 ? 'shown as damaged' : 'harmless', losses: [] }
  } finally {
    service.close()
  }
}

/** @returns the differences that a recovery report should cover, and does not. */
function unreported(found: Difference, report: RecoveryReport): string[] {
  const isFine = (words: string): boolean => isReported(/\ba\d+\b/u.exec(words)?.[0] ?? '', report)
  const lost = found.missing.filter((words) => /^a\d+ in/u.test(words))
  return [...found.wrong, ...lost].filter((words) => !isFine(words)).map((words) => `${SECOND_LOOK}${words}`)
}

async function again(service: Service, folder: string, before: Shown, ids: readonly string[]): Promise<string[]> {
  service.close()
  const next = openService(folder)
  try {
    const report = await statusOf(next)
    if (report === null) return [`${SECOND_LOOK}nothing was recovered`]
    return unreported(differences(before, await show(next, ids)), report)
  } finally {
    next.close()
  }
}

/** Damages a copy of a store, this many times. */
export async function runDamage(kind: Kind, where: Where, times: number, seed: number): Promise<Row> {
  const fault = `a ${kind === 'bit' ? 'bit flipped' : 'page zeroed'} in the ${where === 'file' ? 'database' : 'log'}`
  const random = seededRandom(seed)
  return withFolder(async (base) => {
    const source = join(base, 'source')
    const ids = await makeSource(source)
    const chosen = where === 'file' ? source : join(base, 'cut')
    if (where === 'log') await makeCutOff(source, chosen, ids)
    const trial = { source: chosen, before: await shownOf(chosen, join(base, 'whole'), ids), ids }
    const counts = new Map<Outcome, number>()
    const losses: string[] = []
    for (let time = 0; time < times; time += 1) {
      const folder = join(base, 'trial')
      copyStore(chosen, folder)
      const what = damage(join(folder, where === 'file' ? 'midad.db' : 'midad.db-wal'), kind, random)
      const result = await outcomeOf(folder, trial)
      counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1)
      losses.push(...result.losses.map((words) => `${what}: ${words}`))
      rmSync(folder, { recursive: true, force: true })
    }
    const notes = [[...counts].map(([outcome, count]) => `${outcome}: ${count}`).join(', ')]
    return { fault, times, losses, notes }
  }, true)
}

function copyStore(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
}

async function shownOf(source: string, folder: string, ids: readonly string[]): Promise<Shown> {
  copyStore(source, folder)
  const service = openService(folder)
  try {
    return await show(service, ids)
  } finally {
    service.close()
  }
}
