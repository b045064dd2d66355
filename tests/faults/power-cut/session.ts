/**
 * A day of work, whose file calls the shim records: `session.ts FOLDER JOURNAL FULL|NORMAL SEED`. It writes every change
 * that the service acknowledged, and every change that it is about to ask for, into the file JOURNAL.
 */
import { openSync, writeSync } from 'node:fs'
import { articleHash } from '#core/article/canonical.ts'
import type { CallInput, CallName, CallOutput } from '#core/contract/contract.ts'
import { openStore } from '#db/open.ts'
import { getArticleHead } from '#db/tables/articles.ts'
import { listEvents } from '#db/tables/events.ts'
import { listRevisions } from '#db/tables/revisions.ts'
import { createService, resultOrThrow } from '#electron/service/service.ts'
import { seededRandom } from '#tests/bench/statistics.ts'
import { counter } from '#tests/support/articles.ts'
import { png } from '#tests/support/pictures.ts'
import { rewritten } from '../support/texts.ts'
import type { Entry } from './journal.ts'

const [folder = '', journal = '', synchronous = 'FULL', seed = '1'] = process.argv.slice(2)
const log = openSync(journal, 'a')
const write = (entry: Entry): void => void writeSync(log, JSON.stringify(entry))
const random = seededRandom(Number(seed))
let minutes = 0
const now = (): string => new Date(Date.UTC(2026, 10, 24, 8, (minutes += 1))).toISOString()
const [newId, newBlockId] = [counter(`new-${seed}-`), counter('block')]

function openDay() {
  const store = openStore(folder)
  store.db.run(`PRAGMA synchronous = ${synchronous}`)
  // A low limit, so that a short day has checkpoints.
  store.db.get('PRAGMA wal_autocheckpoint = 60')
  const service = createService({ store, now, newId, newBlockId, home: folder, keyFolder: folder })
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> =>
    resultOrThrow(await service.call(name, input, 'one'))
  /** Writes the acknowledged state of an article. */
  const acknowledge = (id: string): void => {
    const head = getArticleHead(store.db, id)
    if (head === null) return write({ id, isGone: true })
    const [revisions, events] = [listRevisions(store.db, id).revisions.length, listEvents(store.db, id).events.length]
    write({ id, hash: head.hash, state: head.state, isDeleted: head.deletedAt !== null, revisions, events })
  }
  return { service, store, call, acknowledge }
}

async function work(rounds: number): Promise<void> {
  const { service, store, call, acknowledge } = openDay()
  const ids = store.db.all<{ id: string }>('SELECT id FROM articles WHERE deleted_at IS NULL').map(({ id }) => id)
  for (const id of ids) acknowledge(id)
  const any = (): string => ids[Math.floor(random() * ids.length)] ?? ''
  const move = async (id: string): Promise<void> => {
    const { state } = await call('articles.get', { id })
    await call('review.move', { id, to: state === 'draft' ? 'submitted' : 'draft', note: 'سحب' })
    acknowledge(id)
  }
  const save = async (id: string): Promise<void> => {
    const { article, saveNumber, state } = await call('articles.get', { id })
    if (state !== 'draft') await move(id)
    const longer = random() < 0.25 ? 60_000 : 400
    const changed = rewritten(article, `${saveNumber + 1}`, Math.floor(random() * longer))
    write({ id, intends: articleHash(changed) })
    await call('articles.save', { article: changed, baseSaveNumber: saveNumber, caret: null })
    acknowledge(id)
  }
  for (let round = 0; round < rounds; round += 1) {
    const chance = random()
    if (ids.length < 3 || chance < 0.1) {
      const { id } = await call('articles.create', {})
      ids.push(id)
      acknowledge(id)
      await save(id)
    } else if (chance < 0.75) await save(any())
    else if (chance < 0.83) await move(any())
    else if (chance < 0.9) {
      const [id] = ids.splice(Math.floor(random() * ids.length), 1)
      await call('bin.put', { id: id ?? '' })
      acknowledge(id ?? '')
      if (random() < 0.5) {
        write({ id: id ?? '', mayBeGone: true })
        await call('bin.empty', { ids: [id ?? ''] })
        acknowledge(id ?? '')
      }
    } else if (chance < 0.96) {
      const bytes = png(20 + round, 10).toString('base64')
      const { asset } = await call('assets.add', { name: 'صورة.png', bytes })
      write({ asset: asset.hash })
    } else await call('store.backUp', {})
    // A list updates the index, which writes too.
    if (random() < 0.3) await call('articles.list', { search: 'كلمة' })
  }
  service.close()
}

// Twice: a reopened store starts a new log.
await work(35)
await work(20)
