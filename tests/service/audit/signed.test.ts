import { describe, expect, it } from 'vitest'
import { eventBytes } from '#core/newsroom/chained-event.ts'
import { headBytes, journalHead } from '#db/tables/journal.ts'
import { listEvents, takeEvents } from '#db/tables/events.ts'
import { listPeople } from '#db/tables/people.ts'
import { verify } from '#electron/files/keys.ts'
import { EDITOR, testService, type TestService } from '#tests/support/service.ts'

/** An article of سعاد, who works in the store and has a key. */
async function written(test: TestService): Promise<string> {
  await test.call('settings.set', { name: 'سعاد', role: 'reporter' })
  const { id } = await test.call('articles.create', {})
  const { article, saveNumber } = await test.call('articles.open', { id })
  const [head] = article.document
  const document = [{ ...head, children: [{ text: 'عنوان' }] }, ...article.document.slice(1)] as typeof article.document
  await test.call('articles.save', { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null })
  await test.call('articles.close', { id })
  return id
}

const bytes = (hex: string | null): Uint8Array => Buffer.from(hex ?? '', 'hex')

describe('a step in a store', () => {
  it('follows the step before, and is signed by the key of whoever did it', async () => {
    const test = testService()
    const id = await written(test)
    await test.call('review.move', { id, to: 'submitted', note: 'جاهزة' })
    const { events } = listEvents(test.store.db, id)
    const [suad] = listPeople(test.store.db)
    expect(events.map(({ action, person }) => [action, person])).toEqual([
      ['created', suad?.id],
      ['moved', suad?.id],
    ])
    expect(events.map(({ parents }) => parents)).toEqual([[], [events[0]?.id]])
    for (const event of events)
      expect(verify(suad?.publicKey ?? '', eventBytes(event), bytes(event.signature))).toBe(true)
    const shown = await test.call('review.history', { id })
    expect(shown.events.map(({ proof, signer }) => [proof, signer])).toEqual([
      ['proven', 'سعاد'],
      ['proven', 'سعاد'],
    ])
  })

  it('is unproven where a program acts for somebody, and covered by the journal all the same', async () => {
    const test = testService()
    const id = await written(test)
    await test.call('review.move', { id, to: 'submitted', actor: EDITOR })
    const { events } = await test.call('review.history', { id })
    expect(events.map(({ by, proof, signer }) => [by, proof, signer])).toEqual([
      ['سعاد', 'proven', 'سعاد'],
      ['كريم', 'unproven', null],
    ])
    const head = journalHead(test.store.db)
    const [suad] = listPeople(test.store.db)
    expect(head?.person).toBe(suad?.id)
    expect(head === null ? null : verify(suad?.publicKey ?? '', headBytes(head), bytes(head.signature))).toBe(true)
  })

  it('settles the messages since the step before', async () => {
    const test = testService()
    const id = await written(test)
    const { saveNumber } = await test.call('articles.open', { id })
    await test.call('articles.close', { id })
    await test.call('threads.begin', { id, saveNumber, anchor: { on: 'article' }, proposal: null, text: 'من المصدر؟' })
    await test.call('review.move', { id, to: 'submitted' })
    await test.call('review.move', { id, to: 'draft', note: 'أكملي', actor: EDITOR })
    const seals = test.store.db.all<{ seal: string }>('SELECT seal FROM thread_entries').map(({ seal }) => seal)
    expect(seals).toHaveLength(1)
    expect(listEvents(test.store.db, id).events.map(({ settles }) => settles)).toEqual([[], seals, []])
  })

  it('follows both ends where events of another machine came', async () => {
    const test = testService()
    const id = await written(test)
    const [created] = listEvents(test.store.db, id).events
    if (created === undefined) throw new Error('no event')
    const other = { ...created, id: 'c'.repeat(64), parents: [created.id] }
    await test.call('review.move', { id, to: 'submitted' })
    expect([takeEvents(test.store.db, [other]), takeEvents(test.store.db, [other])]).toEqual([1, 0])
    await test.call('review.move', { id, to: 'draft', note: 'أكملي', actor: EDITOR })
    const { events } = listEvents(test.store.db, id)
    expect(events.at(-1)?.parents).toEqual(expect.arrayContaining([events[1]?.id, other.id]))
    expect(events.at(-1)?.parents).toHaveLength(2)
  })

  it('stays in the audit when its article is removed for good', async () => {
    const test = testService()
    const id = await written(test)
    await test.call('bin.put', { id })
    await test.call('bin.empty', { ids: [id] })
    expect(test.store.db.all('SELECT 1 FROM revisions')).toEqual([])
    expect(listEvents(test.store.db, id).events.map(({ by, action }) => [by, action])).toEqual([
      ['سعاد', 'created'],
      ['سعاد', 'deleted'],
      ['سعاد', 'purged'],
    ])
  })
})
