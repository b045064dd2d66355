import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { articleHash } from '#core/article/canonical.ts'
import type { Store } from '#db/open.ts'
import { getArticle } from '#db/tables/articles.ts'
import { listEvents } from '#db/tables/events.ts'
import { listRevisions } from '#db/tables/revisions.ts'
import { readAsset } from '#electron/files/asset-files.ts'
import type { Entry } from './journal.ts'

/** The number of articles in the store of version 1. */
export const OLD_ARTICLES = 24

type Known = Extract<Entry, { hash: string }>

/** The journal's last state of an article before a cut, and its next one. */
type Expected = { last: Known | null; isGone: boolean; mayBeGone: boolean; hashes: Set<string>; next: Known | null }

function sortOut(
  before: readonly Entry[],
  after: readonly Entry[],
): { articles: Map<string, Expected>; assets: string[] } {
  const articles = new Map<string, Expected>()
  const assets: string[] = []
  const of = (id: string): Expected => {
    const expected = articles.get(id) ?? { last: null, isGone: false, mayBeGone: false, hashes: new Set(), next: null }
    articles.set(id, expected)
    return expected
  }
  for (const entry of before) {
    if ('asset' in entry) assets.push(entry.asset)
    else if ('isGone' in entry) of(entry.id).isGone = true
    else if ('mayBeGone' in entry) of(entry.id).mayBeGone = true
    else if ('intends' in entry) of(entry.id).hashes.add(entry.intends)
    else Object.assign(of(entry.id), { last: entry, hashes: new Set([entry.hash]) })
  }
  for (const entry of after) {
    if ('hash' in entry) of(entry.id).next ??= entry
  }
  return { articles, assets }
}

function lossesOf(store: Store, id: string, { last, isGone, mayBeGone, hashes, next }: Expected): string[] {
  if (last === null) return []
  const stored = getArticle(store.db, id)
  if (isGone) return stored === null ? [] : [`${id} was removed for good, and is there again`]
  if (stored === null) return mayBeGone ? [] : [`${id} is not there`]
  const { revisions, damaged } = listRevisions(store.db, id)
  const { events, damaged: damagedEvents } = listEvents(store.db, id)
  const allowed = next === null ? [last] : [last, next]
  const checks: [boolean, string][] = [
    [hashes.has(articleHash(stored.article)), 'has neither the acknowledged text nor the next one'],
    [allowed.some(({ state }) => state === stored.state), `is ${stored.state} and was ${last.state}`],
    [allowed.some(({ isDeleted }) => isDeleted === (stored.deletedAt !== null)), 'is not where it was, by the bin'],
    [revisions.length >= last.revisions, `has ${revisions.length} of ${last.revisions} revisions`],
    [events.length >= last.events, `has ${events.length} of ${last.events} events`],
    [damaged + damagedEvents === 0, 'has damaged rows'],
  ]
  return checks.filter(([isFine]) => !isFine).map(([, words]) => `${id} ${words}`)
}

/** @returns what an opened store lacks according to the journal, in words. */
export function compare(store: Store, before: readonly Entry[], after: readonly Entry[], isUpgrade: boolean): string[] {
  const { articles, assets } = sortOut(before, after)
  const losses = [...articles].flatMap(([id, expected]) => lossesOf(store, id, expected))
  for (const hash of assets) {
    try {
      readAsset(store.folder, hash)
    } catch {
      losses.push(`the picture ${hash.slice(0, 12)} is not there`)
    }
  }
  if (isUpgrade && before.length > 0 && !hasOldCopy(store.folder))
    losses.push('the copy from before the upgrade is not there')
  return losses
}

/** @returns whether the copy from before the upgrade is whole. */
function hasOldCopy(folder: string): boolean {
  const backups = join(folder, 'backups')
  if (!existsSync(backups)) return false
  return readdirSync(backups)
    .filter((name) => /^before-v\d+-.*\.db$/u.test(name))
    .some((name) => isWhole(join(backups, name)))
}

function isWhole(path: string): boolean {
  const copy = new Database(path, { readonly: true })
  try {
    const articles = Number(copy.prepare('SELECT count(*) FROM articles WHERE json IS NOT NULL').pluck().get())
    return copy.pragma('integrity_check', { simple: true }) === 'ok' && articles === OLD_ARTICLES
  } catch (error) {
    if (error instanceof Database.SqliteError) return false
    throw error
  } finally {
    copy.close()
  }
}
