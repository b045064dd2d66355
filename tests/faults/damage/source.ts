import { copyFileSync, cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallInput, CallName, CallOutput } from '#core/contract/contract.ts'
import { openStore } from '#db/open.ts'
import { createService, resultOrThrow } from '#electron/service/service.ts'
import { counter } from '#tests/support/articles.ts'
import { rewritten } from '../support/texts.ts'

/** The number of articles. */
const ARTICLES = 12

/** Makes a closed store with short and long texts, threads, proposals, assignments, moves and a bin. @returns the ids of its articles. */
export async function makeSource(folder: string): Promise<string[]> {
  const ids: string[] = []
  const newId = counter('a')
  await withCalls(folder, newId, async (call) => {
    for (let number = 1; number <= ARTICLES; number += 1) {
      const { id } = await call('articles.create', {})
      ids.push(id)
      for (let save = 0; save < 3; save += 1) {
        const { article } = await call('articles.get', { id })
        const changed = rewritten(article, `${number}.${save}`, number % 3 === 0 ? 30_000 : 600)
        await call('articles.save', { article: changed, baseSaveNumber: save, caret: null })
        if (save === 1) await call('history.keep', { id })
      }
      if (number % 2 === 1) await review(call, id)
      if (number % 2 === 0) await call('review.move', { id, to: 'submitted', note: '' })
    }
    await call('bin.put', { id: ids[0] ?? '' })
    await call('articles.list', { search: 'عنوان' })
  })
  return ids
}

/**
 * Saves more in a store, and copies it as `kill -9` would leave it: the later saves are only in its log.
 */
export async function makeCutOff(source: string, folder: string, ids: readonly string[]): Promise<void> {
  cpSync(source, `${folder}.open`, { recursive: true })
  await withCalls(`${folder}.open`, counter('b'), async (call) => {
    for (const id of ids.slice(1)) {
      const { article, saveNumber, state } = await call('articles.get', { id })
      if (state === 'submitted') await call('review.move', { id, to: 'draft', note: '' })
      const changed = rewritten(article, `${id} بعد`, id === 'a6' ? 30_000 : 600)
      await call('articles.save', { article: changed, baseSaveNumber: saveNumber, caret: null })
    }
    cpSync(source, folder, { recursive: true })
    for (const name of ['midad.db', 'midad.db-wal']) copyFileSync(join(`${folder}.open`, name), join(folder, name))
    writeFileSync(join(folder, 'midad.open'), '')
  })
}

/** Comments on an article, assigns it, and proposes other words for it. */
async function review(call: Call, id: string): Promise<void> {
  const { article, saveNumber } = await call('articles.get', { id })
  const about = { id, saveNumber, anchor: { on: 'article' } } as const
  const { thread } = await call('threads.begin', { ...about, text: `سؤال عن ${id}` })
  await call('threads.reply', { threadId: thread.id, text: 'جواب' })
  const assignment = { assignee: 'سعاد', deadline: '2026-11-25T08:00:00.000Z', instruction: `المطلوب في ${id}` }
  await call('desk.assign', { ids: [id], assignment })
  const head = rewritten(article, `${id} اقتراح`, 600)
  await call('proposals.save', { id, proposalId: `p-${id}`, base: article, head, baseSaveNumber: null })
}

type Call = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>

async function withCalls(folder: string, newId: () => string, work: (call: Call) => Promise<void>): Promise<void> {
  let seconds = 0
  // A clock after everything written before.
  const hour = newId() === 'a1' ? 8 : 9
  const now = (): string => new Date(Date.UTC(2026, 10, 24, hour, 0, (seconds += 1))).toISOString()
  const service = createService({
    store: openStore(folder),
    now,
    newId,
    newBlockId: counter(),
    home: folder,
    keyFolder: folder,
  })
  try {
    await work(async (name, input) => resultOrThrow(await service.call(name, input, 'writer')))
  } finally {
    service.close()
  }
}
