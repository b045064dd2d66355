import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CallInput } from '#core/contract/contract.ts'
import { LIST_ORDERS } from '#core/contract/order.ts'
import { openStore, type Store } from '#db/open.ts'
import { indexNext } from '#db/search/indexer.ts'
import { searchQuery } from '#db/search/query.ts'
import { insertArticle } from '#db/tables/articles.ts'
import { INDEX_STEP } from '#electron/service/maintenance.ts'
import { openService } from '#electron/service/open-service.ts'
import { createService, resultOrThrow, type LocalService } from '#electron/service/service.ts'
import { seededRandom } from '../statistics.ts'
import { runAlone } from './alone.ts'
import type { ChildResult } from './child.ts'
import { fill, type Filled } from './fill.ts'
import { generateArticle, plausibleLength } from './generate.ts'
import { searches, type Search } from './searches.ts'
import { Committer, quietMoment, Writer } from './writer.ts'

/** The results for one size of store; times in milliseconds. */
export type Measured = {
  articles: number
  filled: Filled
  databaseMb: number
  save: number[]
  /** Only the transaction of a save: its content is computed and hashed before. */
  commit: number[]
  append: number[]
  open: number[]
  scroll: number[]
  /** Pages in each order in turn, and the same with filters. */
  sorted: number[]
  filtered: number[]
  searches: Record<Search['sort'], { own: number[]; ranked: number[]; newest: number[] }>
  indexStep: number[]
  backupMs: number
  saveInBackup: number[]
  alone: ChildResult
}

const SAVES = 300
const OPENINGS = 15
const PAGES = 200
const BURST = 300
/** The time between the saves of a writer, in milliseconds. */
const BETWEEN_SAVES_MS = 250

/** Fills a store from one size up to the next, and measures it. @param top a folder for the store and the tools */
export async function measure(top: string, from: number, to: number): Promise<Measured> {
  const folder = join(top, 'store')
  const store = openStore(folder)
  const filled = fill(store.db, from, to)
  store.close()
  const databaseMb = statSync(join(folder, 'midad.db')).size / 1e6
  const open = await openings(folder)
  const alone = runAlone(folder, top)
  const again = openStore(folder)
  const now = (): string => new Date().toISOString()
  const service = createService({
    store: again,
    now,
    newId: randomUUID,
    newBlockId: randomUUID,
    home: top,
    keyFolder: top,
  })
  try {
    return {
      ...{ articles: to, filled, databaseMb, open, alone },
      ...(await autosaves(service, again, top)),
      ...(await scrolls(service)),
      searches: await searched(service, again),
      indexStep: burst(again, to),
      ...(await backup(service, again, folder)),
    }
  } finally {
    service.close()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** From the closed store to its first list. */
async function openings(folder: string): Promise<number[]> {
  const times: number[] = []
  for (let count = 0; count < OPENINGS; count += 1) {
    const start = performance.now()
    const service = openService(folder)
    resultOrThrow(await service.call('articles.list', {}, 'bench'))
    times.push(performance.now() - start)
    service.close()
  }
  return times
}

/** Saves, commits and appends in turns, so that a slow disk slows all of them. */
async function autosaves(
  service: LocalService,
  store: Store,
  top: string,
): Promise<Pick<Measured, 'save' | 'commit' | 'append'>> {
  const file = openSync(join(top, 'appended.bin'), 'w')
  const writer = await Writer.begin(service)
  const committer = new Committer(store)
  const [save, commit, append]: [number[], number[], number[]] = [[], [], []]
  for (let count = 0; count < SAVES; count += 1) {
    if (count % 2 === 0) append.push(writer.append(file))
    save.push(await writer.save())
    quietMoment(store)
    commit.push(committer.save())
    if (count % 2 === 1) append.push(writer.append(file))
    quietMoment(store)
  }
  await writer.close()
  closeSync(file)
  return { save, commit, append }
}

const ORDERS = LIST_ORDERS.flatMap((by) => [true, false].map((isDescending) => ({ by, isDescending })))

/** Every drawn article is news, and two in seven are drafts. */
const FILTERED: CallInput<'articles.list'> = { kind: 'news', states: ['draft'] }

/** Asks for pages anywhere in the list: of the usual list, of each order, and of each with filters, in turns. */
async function scrolls(service: LocalService): Promise<Pick<Measured, 'scroll' | 'sorted' | 'filtered'>> {
  const random = seededRandom(2)
  const list = async (query: CallInput<'articles.list'>): Promise<number> =>
    resultOrThrow(await service.call('articles.list', query, 'bench')).total
  const [all, some] = [await list({}), await list(FILTERED)]
  const [scroll, sorted, filtered]: [number[], number[], number[]] = [[], [], []]
  for (let count = 0; count < PAGES; count += 1) {
    const place = random()
    const order = ORDERS[count % ORDERS.length]
    const [offset, within] = [Math.floor(place * all), Math.floor(place * some)]
    scroll.push(await timed(() => list({ offset })))
    sorted.push(await timed(() => list({ order, offset })))
    filtered.push(await timed(() => list({ ...FILTERED, order, offset: within })))
  }
  return { scroll, sorted, filtered }
}

async function searched(service: LocalService, store: Store): Promise<Measured['searches']> {
  const found: Measured['searches'] = {
    'one word': { own: [], ranked: [], newest: [] },
    'two words': { own: [], ranked: [], newest: [] },
    phrase: { own: [], ranked: [], newest: [] },
    prefix: { own: [], ranked: [], newest: [] },
  }
  for (const { sort, typed } of searches()) {
    const { own, ranked, newest } = found[sort]
    own.push(await timed(async () => resultOrThrow(await service.call('articles.list', { search: typed }, 'bench'))))
    const match = searchQuery(typed)?.any ?? ''
    const raw = (order: string): Promise<number> =>
      timed(async () =>
        store.db.all(`SELECT rowid FROM search WHERE search MATCH :match ORDER BY ${order} LIMIT 100`, { match }),
      )
    ranked.push(await raw('rank'))
    newest.push(await raw('rowid DESC'))
  }
  return found
}

/** Imports many articles at once. @returns the time of each step of the index: a save may have to wait for one. */
function burst(store: Store, articles: number): number[] {
  store.db.transaction(() => {
    for (let index = 0; index < BURST; index += 1) {
      const seed = 5_000_000 + articles + index
      insertArticle(store.db, { ...generateArticle(seed, plausibleLength(seed)) })
    }
  })
  const times: number[] = []
  for (;;) {
    const start = performance.now()
    // As `maintenance.ts` does.
    const done = indexNext(store.db, INDEX_STEP.articles, INDEX_STEP.bytes) || indexNext(store.db, 1)
    if (done === 0) return times
    times.push(performance.now() - start)
  }
}

/** Backs up while somebody writes. */
async function backup(
  service: LocalService,
  store: Store,
  folder: string,
): Promise<Pick<Measured, 'backupMs' | 'saveInBackup'>> {
  const writer = await Writer.begin(service)
  const start = performance.now()
  const state = { isDone: false }
  const made = service.call('store.backUp', {}, 'bench').then((result) => {
    state.isDone = true
    return resultOrThrow(result)
  })
  const saveInBackup: number[] = []
  while (!state.isDone) {
    const asked = performance.now()
    // A late timer means that a save would have to wait.
    await new Promise((resolve) => {
      setTimeout(resolve, BETWEEN_SAVES_MS)
    })
    const late = performance.now() - asked - BETWEEN_SAVES_MS
    saveInBackup.push(late + (await writer.save()))
    quietMoment(store)
  }
  await made
  const backupMs = performance.now() - start
  rmSync(join(folder, 'backups'), { recursive: true, force: true })
  await writer.close()
  return { backupMs, saveInBackup }
}
