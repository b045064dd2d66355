import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { articleHash } from '#core/article/canonical.ts'
import type { Store } from '#db/open.ts'
import { getArticle } from '#db/tables/articles.ts'
import { listEvents } from '#db/tables/events.ts'
import { listRevisions } from '#db/tables/revisions.ts'
import { readAsset } from '#electron/files/asset-files.ts'
import type { Told } from './told.ts'

/** So many articles a store of version 1 has here. */
export const OLD_ARTICLES = 24

type Known = Extract<Told, { hash: string }>

/** What was said of one article before a cut, and what the next step would have made of it. */
type Said = { last: Known | null; isGone: boolean; mayBeGone: boolean; hashes: Set<string>; next: Known | null }

function sortOut(before: readonly Told[], after: readonly Told[]): { articles: Map<string, Said>; assets: string[] } {
  const articles = new Map<string, Said>()
  const assets: string[] = []
  const of = (id: string): Said => {
    const said = articles.get(id) ?? { last: null, isGone: false, mayBeGone: false, hashes: new Set(), next: null }
    articles.set(id, said)
    return said
  }
  for (const told of before) {
    if ('asset' in told) assets.push(told.asset)
    else if ('isGone' in told) of(told.id).isGone = true
    else if ('mayBeGone' in told) of(told.id).mayBeGone = true
    else if ('intends' in told) of(told.id).hashes.add(told.intends)
    else Object.assign(of(told.id), { last: told, hashes: new Set([told.hash]) })
  }
  for (const told of after) {
    if ('hash' in told) of(told.id).next ??= told
  }
  return { articles, assets }
}

function lossesOf(store: Store, id: string, { last, isGone, mayBeGone, hashes, next }: Said): string[] {
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

/** @returns what an opened store lacks of what had been said to be in it, in words. */
export function compare(store: Store, before: readonly Told[], after: readonly Told[], isUpgrade: boolean): string[] {
  const { articles, assets } = sortOut(before, after)
  const losses = [...articles].flatMap(([id, said]) => lossesOf(store, id, said))
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

/** Whether the copy that was made before the upgrade is whole. */
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
