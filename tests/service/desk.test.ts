import { describe, expect, it } from 'vitest'
import type { Assignment } from '#core/review/assignment.ts'
import type { Queue } from '#core/review/queues.ts'
import type { Actor } from '#core/review/states.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type Acted, type TestService } from '#tests/support/service.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })
const LAYLA = { name: 'ليلى', role: 'reporter' } as const
const ASSIGNMENT: Assignment = {
  assignee: 'ليلى',
  deadline: '2026-11-25T15:00:00.000Z',
  instruction: 'أضيفي رأي الوزارة.',
}
const NOBODY = { assignee: '', deadline: null, instruction: '' }

const list = async ({ call }: TestService, query: Acted<'articles.list'>) =>
  (await call('articles.list', query)).rows.map(({ id }) => id)

/** @returns the queues of a person in which something is, with the number. */
async function filled({ service }: TestService, actor: Actor): Promise<Partial<Record<Queue, number>>> {
  const { counts } = resultOrThrow(await service.call('desk.queues', {}, 'one', actor))
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

const assign = ({ call }: TestService, ids: string[], assignment = ASSIGNMENT, actor: typeof EDITOR = EDITOR) =>
  call('desk.assign', { ids, assignment, actor }, 'desk')

describe('an assignment', () => {
  it('is no part of the article: text, hash, state and export stay as they are', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const row = () => test.store.db.get('SELECT hash, state, save_number, updated_at, seal FROM articles')
    const exported = async () => {
      const file = { id, format: 'ninjs', folder: test.folder, draft: true, actor: REPORTER } as const
      return [await test.call('publish.preview', { id }), (await test.call('publish.exportFile', file)).sha256]
    }
    const before = { article: await test.call('articles.get', { id }), row: row(), exported: await exported() }
    test.changes.length = 0
    expect(await assign(test, [id])).toEqual({ done: [id], refused: [] })
    expect(test.changes).toEqual([{ type: 'desk-changed', id, by: 'desk' }])
    expect({ article: await test.call('articles.get', { id }), row: row(), exported: await exported() }).toEqual(before)
    expect(JSON.stringify(before.exported)).not.toContain('ليلى')
    const actions = (await test.call('review.history', { id })).events.map(({ action }) => action)
    expect(actions).toEqual(['created', 'exported', 'exported'])
  })

  it('is listed with its history, and not written twice', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await assign(test, [id])
    await assign(test, [id])
    await assign(test, [id], NOBODY)
    const { now, entries, damaged } = await test.call('desk.assignments', { id })
    expect([now, damaged]).toEqual([NOBODY, 0])
    expect(entries).toEqual([
      { ...ASSIGNMENT, id: entries[0]?.id, at: '2026-11-24T08:03:00.000Z', by: 'كريم', role: 'editor' },
      { ...NOBODY, id: entries[1]?.id, at: '2026-11-24T08:04:00.000Z', by: 'كريم', role: 'editor' },
    ])
    expect(() => test.store.db.run("UPDATE assignments SET assignee = 'غيرها'")).toThrow('append-only')
    expect(() => test.store.db.run('DELETE FROM assignments')).toThrow('append-only')
  })

  it('makes its people known, and is refused for what is in the bin', async () => {
    const test = testService()
    const [id, other] = [await writtenArticle(test), await writtenArticle(test, 'آخر')]
    await test.call('articles.close', { id: other, actor: REPORTER })
    await test.call('bin.put', { id: other, actor: REPORTER })
    expect(await assign(test, [id, other])).toEqual({
      done: [id],
      refused: [{ id: other, code: 'in-the-bin', params: { id: other } }],
    })
    expect((await test.call('threads.people', {})).names).toEqual(['سعاد', 'كريم', 'ليلى'])
    await expect(assign(test, ['none'])).resolves.toMatchObject({ refused: [{ code: 'not-found' }] })
    await expect(assign(test, [id], { ...ASSIGNMENT, instruction: 'ا'.repeat(501) })).rejects.toEqual(
      refusal('invalid-input'),
    )
  })

  it('is what lists filter and sort by, and goes for good with its article', async () => {
    const test = testService()
    const late = await writtenArticle(test, 'متأخرة')
    const soon = await writtenArticle(test, 'قريبة')
    const free = await writtenArticle(test, 'حرة')
    await assign(test, [late], { ...ASSIGNMENT, deadline: '2026-11-20T15:00:00.000Z' })
    await assign(test, [soon], { ...NOBODY, deadline: '2026-11-26T15:00:00.000Z' })
    const order = { by: 'deadline', isDescending: false } as const
    expect(await list(test, { order })).toEqual([late, soon, free])
    expect(await list(test, { order: { ...order, isDescending: true } })).toEqual([soon, late, free])
    expect(await list(test, { order, search: 'نص' })).toEqual([late, soon, free])
    expect(await list(test, { assignee: 'ليلى' })).toEqual([late])
    expect(await list(test, { dueTo: '2026-11-24T08:00:00.000Z' })).toEqual([late])
    expect(await list(test, { dueFrom: '2026-11-24T00:00:00.000Z', dueTo: '2026-12-01T00:00:00.000Z' })).toEqual([soon])
    expect((await test.call('articles.facets', {})).assignees).toEqual(['ليلى'])
    // A deadline counts until the text is approved.
    for (const to of ['submitted', 'approved'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one step after another
      await test.call('review.move', { id: late, to, actor: EDITOR })
    }
    expect(await list(test, { dueTo: '2026-11-24T08:00:00.000Z' })).toEqual([])
    await test.call('articles.close', { id: soon, actor: REPORTER })
    await test.call('bin.put', { id: soon, actor: REPORTER })
    expect(await test.call('bin.empty', { ids: [soon] })).toEqual({ removed: 1 })
    expect(test.store.db.all('SELECT article_id FROM assignments')).toEqual([{ article_id: late }])
  })
})

describe('queues', () => {
  it('follow an article from its assignment to its approval', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await assign(test, [id])
    expect([await filled(test, REPORTER), await filled(test, LAYLA), await filled(test, EDITOR)]).toEqual([
      { mine: 1, all: 1 },
      { mine: 1, waiting: 1, all: 1 },
      { all: 1 },
    ])
    await test.call('articles.close', { id, actor: REPORTER })
    await test.call('review.move', { id, to: 'submitted', actor: LAYLA })
    expect(await filled(test, LAYLA)).toEqual({ mine: 1, submitted: 1, all: 1 })
    await test.call('review.move', { id, to: 'returned', note: 'أين المصدر؟', actor: EDITOR })
    expect([await filled(test, REPORTER), await filled(test, LAYLA)]).toEqual([
      { mine: 1, all: 1 },
      { mine: 1, waiting: 1, returned: 1, all: 1 },
    ])
    expect(await list(test, { queue: 'returned', actor: LAYLA })).toEqual([id])
    expect(await list(test, { queue: 'returned', actor: LAYLA, search: 'نص' })).toEqual([id])
    expect(await list(test, { queue: 'returned', actor: REPORTER })).toEqual([])
    expect(await list(test, { queue: 'returned', actor: LAYLA, states: ['draft'] })).toEqual([])
    await test.call('review.move', { id, to: 'submitted', actor: LAYLA })
    await test.call('review.move', { id, to: 'approved', actor: EDITOR })
    expect(await filled(test, LAYLA)).toEqual({ mine: 1, all: 1 })
  })

  it('hold no article of the bin, and hold it again when it is taken out', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await test.call('articles.close', { id, actor: REPORTER })
    await test.call('bin.put', { id, actor: REPORTER })
    expect(await filled(test, REPORTER)).toEqual({})
    await test.call('bin.takeOut', { id, actor: REPORTER })
    expect(await filled(test, REPORTER)).toEqual({ mine: 1, all: 1 })
  })

  it('hold an article under embargo until it ends, by the clock alone', async () => {
    let now = '2026-11-24T08:00:00.000Z'
    const test = testService(undefined, {}, 'article', { now: () => now })
    const id = await writtenArticle(test)
    const { article, saveNumber } = await test.call('articles.get', { id })
    const metadata = { ...article.metadata, embargo: '2026-11-24T18:00:00+03:00' }
    await test.call('articles.save', {
      ...{ article: { ...article, metadata }, baseSaveNumber: saveNumber, caret: null, actor: REPORTER },
    })
    await test.call('articles.list', {})
    expect(await filled(test, EDITOR)).toEqual({ scheduled: 1, all: 1 })
    expect(await list(test, { queue: 'scheduled' })).toEqual([id])
    now = '2026-11-24T15:00:00.001Z'
    expect(await filled(test, EDITOR)).toEqual({ all: 1 })
    expect(await list(test, { queue: 'scheduled' })).toEqual([])
  })

  it('are those of the person in the settings where nobody is named', async () => {
    const test = testService()
    await writtenArticle(test)
    await test.call('settings.set', { name: 'سعاد' })
    const { counts } = await test.call('desk.queues', {})
    expect(counts.mine).toBe(1)
    expect(await list(test, { queue: 'mine' })).toHaveLength(1)
  })
})

describe('unread marks', () => {
  const unread = async ({ call }: TestService, actor: Actor) =>
    (await call('articles.list', { actor })).rows.filter(({ isUnread }) => isUnread).map(({ id }) => id)

  it('stand at what others did since one came, until one opens it', async () => {
    const test = testService()
    const old = await writtenArticle(test, 'قديمة')
    await filled(test, EDITOR)
    expect(await unread(test, EDITOR)).toEqual([])
    const id = await writtenArticle(test, 'جديدة')
    expect([await unread(test, EDITOR), await unread(test, REPORTER)]).toEqual([[id], []])
    await test.call('articles.open', { id, actor: EDITOR }, 'desk')
    expect(await unread(test, EDITOR)).toEqual([])
    const { saveNumber } = await test.call('articles.get', { id: old })
    const begin = { id: old, saveNumber, anchor: { on: 'article' }, text: 'أين الصورة؟' } as const
    await test.call('threads.begin', { ...begin, actor: REPORTER })
    expect(await unread(test, EDITOR)).toEqual([old])
    await test.call('threads.begin', { ...begin, actor: EDITOR })
    expect(await unread(test, EDITOR)).toEqual([])
  })

  it('are set and taken by hand, and tell other windows only of what changed', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    test.changes.length = 0
    await test.call('desk.setRead', { ids: [id], isRead: true, actor: REPORTER })
    expect(test.changes).toEqual([])
    await test.call('desk.setRead', { ids: [id], isRead: false, actor: REPORTER })
    expect(test.changes).toEqual([{ type: 'desk-changed', id, by: 'one' }])
    expect([await unread(test, REPORTER), await unread(test, EDITOR)]).toEqual([[id], []])
    await test.call('articles.open', { id, actor: REPORTER })
    expect(await unread(test, REPORTER)).toEqual([])
  })
})

describe('arrivals', () => {
  it('are listed once, and not for what the person did', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await test.call('articles.close', { id, actor: REPORTER })
    const arrived = (actor: Actor, after: string | null) => test.call('desk.arrivals', { actor, after })
    const { cursor: first, arrivals: none } = await arrived(REPORTER, null)
    expect(none).toEqual([])
    await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
    await test.call('review.move', { id, to: 'returned', note: 'أين المصدر؟', actor: EDITOR })
    const { saveNumber } = await test.call('articles.get', { id })
    const text = 'من قال هذا؟'
    await test.call('threads.begin', { id, saveNumber, anchor: { on: 'article' }, text, actor: EDITOR })
    const { cursor: before } = await arrived(LAYLA, first)
    await assign(test, [id])
    const { cursor: second, arrivals } = await arrived(REPORTER, first)
    expect(arrivals.map(({ kind, by, headline }) => [kind, by, headline])).toEqual([
      ['returned', 'كريم', 'عنوان'],
      ['message', 'كريم', 'عنوان'],
    ])
    expect(await arrived(REPORTER, second)).toEqual({ person: 'سعاد', arrivals: [], cursor: second })
    expect((await arrived(LAYLA, before)).arrivals.map(({ kind }) => kind)).toEqual(['assigned'])
    expect((await arrived(EDITOR, first)).arrivals).toEqual([])
    expect((await arrived(REPORTER, 'غير ذلك')).arrivals).toEqual([])
  })
})
