import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { articleHash } from '#core/article/canonical.ts'
import { errors } from '#core/locale/ar/errors.ts'
import { openStore } from '#db/open.ts'
import { getArticle } from '#db/tables/articles.ts'
import { createService, resultOrThrow } from '#electron/service/service.ts'
import { counter } from '#tests/support/articles.ts'
import type { Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import { startMidad } from '../support/midad.ts'
import { rewritten } from '../support/texts.ts'
import { articleOfVersionOne, makeVersionOne } from '../support/version-one.ts'

type Judge = (isFine: boolean, words: string) => void

/** Starts a second Midad over a store. @returns its refusal, or null when it started. */
async function refusalOf(store: string): Promise<string | null> {
  try {
    const second = await startMidad(store)
    await second.kill()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** A second process is refused in words, and the first goes on; after a kill the next one starts. */
async function twoInstances(store: string, judge: Judge): Promise<void> {
  const first = await startMidad(store)
  try {
    const said = await refusalOf(store)
    judge(said?.includes(errors['store-in-use']) === true, `the second one said ${said ?? 'nothing, and started'}`)
    const { call } = await first.client()
    judge((await call('articles.create', {})).ok, 'the first one cannot go on')
  } finally {
    await first.kill()
  }
  judge((await refusalOf(store)) === null, 'after a kill the store stays locked')
}

/** One window writes, the other reads, until the first releases the article. */
async function twoWindows(store: string, judge: Judge): Promise<void> {
  const midad = await startMidad(store)
  try {
    const [one, two] = [await midad.client(), await midad.client()]
    const made = await one.call('articles.create', {})
    if (!made.ok) throw new Error(made.error.code)
    const { id } = made.value
    const [mine, theirs] = [await one.call('articles.open', { id }), await two.call('articles.open', { id })]
    if (!mine.ok || !theirs.ok) throw new Error('The article could not be opened')
    judge(mine.value.editable, 'the first window may not write')
    judge(theirs.value.readOnlyReason === 'open-elsewhere', 'the second window does not learn that another writes')
    const save = {
      article: rewritten(theirs.value.article, 'ثانية', 50),
      baseSaveNumber: 0,
      caret: null,
    }
    const refused = await two.call('articles.save', save)
    judge(!refused.ok && refused.error.code === 'locked', 'the second window wrote over the first')
    const text = rewritten(mine.value.article, 'أولى', 50)
    judge((await one.call('articles.save', { ...save, article: text })).ok, 'the first window cannot save')
    const seen = await two.call('articles.get', { id })
    judge(seen.ok && articleHash(seen.value.article) === articleHash(text), 'the second window does not see the save')
    await one.call('articles.close', { id })
    const after = await two.call('articles.open', { id })
    judge(after.ok && after.value.editable, 'the second window may not write once the first has gone')
  } finally {
    await midad.kill()
  }
}

/** The clock is set back by a day during the work: the last save stays the newest. */
async function clockSetBack(store: string, judge: Judge): Promise<void> {
  let time = Date.UTC(2026, 10, 24, 8)
  const now = (): string => new Date((time += 1000)).toISOString()
  const open = () =>
    createService({
      store: openStore(store),
      now,
      newId: counter('a'),
      newBlockId: counter(),
      home: store,
      keyFolder: store,
    })
  const service = open()
  const ask = async (title: string): Promise<void> => {
    const { id } = resultOrThrow(await service.call('articles.create', {}, 'one'))
    const { article } = resultOrThrow(await service.call('articles.get', { id }, 'one'))
    const save = { article: rewritten(article, title, 50), baseSaveNumber: 0, caret: null }
    resultOrThrow(await service.call('articles.save', save, 'one'))
  }
  await ask('قبل')
  time -= 86_400_000
  await ask('بعد')
  const { rows } = resultOrThrow(await service.call('articles.list', {}, 'one'))
  const titles = rows.map(({ headline }) => headline)
  judge(titles.join() === 'عنوان بعد,عنوان قبل', `the list is in the order ${titles.join(', ')}`)
  const id = rows[1]?.id ?? ''
  resultOrThrow(await service.call('review.move', { id, to: 'submitted', note: '' }, 'one'))
  const { events } = resultOrThrow(await service.call('review.history', { id }, 'one'))
  const times = events.map(({ at }) => at)
  judge(times.join() === times.toSorted().join(), 'the steps of an article are not in their order')
  service.close()
  time -= 86_400_000
  const again = createService({
    store: openStore(store),
    now,
    newId: counter('z'),
    newBlockId: counter(),
    home: store,
    keyFolder: store,
  })
  const { id: last } = resultOrThrow(await again.call('articles.create', {}, 'one'))
  const list = resultOrThrow(await again.call('articles.list', {}, 'one'))
  judge(list.rows[0]?.id === last, 'after a restart with an older clock the last article is not the first of the list')
  again.close()
}

/** A store of the version before is upgraded completely, and a copy of it stays. */
function versionBefore(store: string, judge: Judge): Promise<void> {
  makeVersionOne(store, 8)
  const opened = openStore(store)
  for (let number = 1; number <= 8; number += 1) {
    const article = articleOfVersionOne(number)
    const stored = getArticle(opened.db, article.id)
    judge(stored !== null && articleHash(stored.article) === articleHash(article), `${article.id} is not as it was`)
  }
  opened.close()
  return Promise.resolve()
}

/** A store of a later version is refused in words, and its file does not change. */
async function versionAfter(store: string, judge: Judge): Promise<void> {
  openStore(store).close()
  const path = join(store, 'midad.db')
  const later = new Database(path)
  later.pragma('user_version = 99')
  later.close()
  const before = readFileSync(path)
  const said = await refusalOf(store)
  judge(said?.includes(errors['store-newer']) === true, `it said ${said ?? 'nothing, and started'}`)
  judge(before.equals(readFileSync(path)), 'the file of the later version was changed')
}

const SCENES: Readonly<Record<string, (store: string, judge: Judge) => Promise<void>>> = {
  'two instances over one store': twoInstances,
  'two windows on one article': twoWindows,
  'a clock that is set back by a day, twice': clockSetBack,
  'a store of the version before': versionBefore,
  'a store of a version after': versionAfter,
}

/** Runs every scene once. */
export async function runScenes(): Promise<Row[]> {
  const rows: Row[] = []
  for (const [fault, scene] of Object.entries(SCENES)) {
    const losses: string[] = []
    await withFolder((base) => scene(join(base, 'store'), (isFine, words) => void (isFine || losses.push(words))))
    rows.push({ fault, times: 1, losses, notes: [] })
  }
  return rows
}
