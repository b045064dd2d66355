import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })

/** @returns the article with other words in its paragraph. */
function withText(article: Article, text: string): Article {
  const document = article.document.map((block) =>
    block.type === 'paragraph' ? { ...block, children: [{ text }] } : block,
  )
  return { ...article, document }
}

type Proposed = { id: string; article: Article; head: Article; saveNumber: number }

/** @returns a submitted article for which the editor proposes other words. */
async function proposed(test: TestService): Promise<Proposed> {
  const id = await writtenArticle(test)
  await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
  const { article, saveNumber } = await test.call('articles.get', { id })
  const head = withText(article, 'نص الخبر.')
  await test.call(
    'proposals.save',
    {
      ...{ id, proposalId: 'p1', base: article, head, note: 'أدقّ', baseSaveNumber: null, actor: EDITOR },
    },
    'desk',
  )
  return { id, article, head, saveNumber }
}

const accepted = { decision: 'accepted', removed: 'المقالة', added: 'الخبر' } as const
const auditOf = ({ store }: TestService): unknown[] =>
  store.db
    .all<{ action: string; by: string; save_number: number }>(
      'SELECT action, by, save_number FROM proposal_entries ORDER BY number',
    )
    .map(({ action, by, save_number }) => [action, by, save_number])

describe('a proposal', () => {
  it('is saved beside a submitted article, which stays as it is', async () => {
    const test = testService()
    const { id, article, head, saveNumber } = await proposed(test)
    expect(await test.call('proposals.list', { id })).toEqual({
      proposals: [
        {
          ...{ id: 'p1', by: 'كريم', note: 'أدقّ', base: article, head, saveNumber: 0 },
          ...{ createdAt: '2026-11-24T08:04:00.000Z', updatedAt: '2026-11-24T08:04:00.000Z' },
        },
      ],
      damaged: 0,
    })
    expect(await test.call('articles.get', { id })).toMatchObject({ article, state: 'submitted', saveNumber })
    expect(test.changes.at(-1)).toEqual({ type: 'proposals-changed', id, by: 'desk' })
    expect((await test.call('articles.list', { needsMe: 'سعاد' })).rows).toMatchObject([{ id, openProposals: 1 }])
  })

  it('of somebody elsewhere is added under their name, once, and the audit names who brought it', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const { article } = await test.call('articles.get', { id })
    const from = { id, proposalId: 'p9', by: 'من أربيل.zip', base: article, actor: REPORTER }
    const head = withText(article, 'نص من أربيل.')
    await expect(test.call('proposals.add', { ...from, head: article })).rejects.toEqual(refusal('invalid-input'))
    await test.call('proposals.add', { ...from, head })
    expect((await test.call('proposals.list', { id })).proposals).toMatchObject([{ by: 'من أربيل.zip', head }])
    expect(auditOf(test)).toEqual([['begun', 'سعاد', 0]])
    await expect(test.call('proposals.add', { ...from, head })).rejects.toEqual(refusal('conflict'))
    const own = { ...from, head: article, baseSaveNumber: 0 }
    await expect(test.call('proposals.save', own)).rejects.toEqual(refusal('not-yours'))
  })

  it('is written only by its author, and only over the save that it started from', async () => {
    const test = testService()
    const { id, article, head } = await proposed(test)
    const next = { id, proposalId: 'p1', base: article, head }
    const save = (baseSaveNumber: number | null, actor: typeof EDITOR | typeof REPORTER) =>
      test.call('proposals.save', { ...next, baseSaveNumber, actor })
    await expect(save(0, REPORTER)).rejects.toEqual(refusal('not-yours'))
    await expect(save(null, EDITOR)).rejects.toEqual(refusal('conflict'))
    await expect(save(1, EDITOR)).rejects.toEqual(refusal('conflict'))
    expect((await save(0, EDITOR)).saveNumber).toBe(1)
    await expect(test.call('proposals.withdraw', { proposalId: 'p1', actor: REPORTER })).rejects.toEqual(
      refusal('not-yours'),
    )
    await test.call('proposals.withdraw', { proposalId: 'p1', actor: EDITOR })
    expect((await test.call('proposals.list', { id })).proposals).toEqual([])
    await expect(save(2, EDITOR)).rejects.toEqual(refusal('conflict'))
    expect(auditOf(test)).toEqual([
      ['begun', 'كريم', 0],
      ['withdrawn', 'كريم', 2],
    ])
  })

  it('is committed with the article that it is accepted into, or neither is', async () => {
    const test = testService()
    const { id, head, saveNumber } = await proposed(test)
    const decided = { id: 'p1', base: head, head, baseSaveNumber: 0, decisions: [accepted] }
    const save = { article: head, baseSaveNumber: saveNumber, caret: null, actor: EDITOR }
    const stale = { ...save, proposals: [decided, { ...decided, baseSaveNumber: 7 }] }
    await expect(test.call('articles.save', stale)).rejects.toEqual(refusal('conflict'))
    await expect(test.call('articles.save', { ...save, baseSaveNumber: 0, proposals: [decided] })).rejects.toEqual(
      refusal('conflict'),
    )
    await expect(test.call('articles.save', { ...save, actor: REPORTER, proposals: [decided] })).rejects.toEqual(
      refusal('not-editable'),
    )
    expect((await test.call('proposals.list', { id })).proposals).toMatchObject([{ saveNumber: 0 }])
    const saved = await test.call('articles.save', { ...save, proposals: [decided] })
    expect(saved).toMatchObject({
      saveNumber: saveNumber + 1,
      state: 'in-review',
      proposals: [{ id: 'p1', saveNumber: 1 }],
    })
    expect((await test.call('proposals.list', { id })).proposals).toEqual([])
    expect((await test.call('articles.list', {})).rows).toMatchObject([{ openProposals: 0 }])
    expect(auditOf(test)).toEqual([
      ['begun', 'كريم', 0],
      ['accepted', 'كريم', 1],
      ['settled', 'كريم', 1],
    ])
  })

  it('is rejected without a change of the article, and open again when that is undone', async () => {
    const test = testService()
    const { id, article, head, saveNumber } = await proposed(test)
    const save = { article, baseSaveNumber: saveNumber, caret: null, actor: EDITOR }
    const rejected = { ...accepted, decision: 'rejected' } as const
    const saved = await test.call('articles.save', {
      ...{ ...save, proposals: [{ id: 'p1', base: article, head: article, baseSaveNumber: 0, decisions: [rejected] }] },
    })
    expect(saved).toMatchObject({ saveNumber, state: 'submitted', proposals: [{ id: 'p1', saveNumber: 1 }] })
    expect((await test.call('proposals.list', { id })).proposals).toEqual([])
    const undone = { ...accepted, decision: 'undone' } as const
    await test.call('articles.save', {
      ...{ ...save, proposals: [{ id: 'p1', base: article, head, baseSaveNumber: 1, decisions: [undone] }] },
    })
    expect((await test.call('proposals.list', { id })).proposals).toMatchObject([
      { base: article, head, saveNumber: 2 },
    ])
  })

  it('has threads, whose anchors lie in its base', async () => {
    const test = testService()
    const { id, article } = await proposed(test)
    const begin = { id, anchor: { on: 'article' }, proposal: 'p1', text: 'لماذا؟', actor: REPORTER } as const
    await expect(test.call('threads.begin', { ...begin, saveNumber: 3 })).rejects.toEqual(refusal('conflict'))
    const { thread } = await test.call('threads.begin', { ...begin, saveNumber: 0 })
    expect(thread).toMatchObject({ proposal: 'p1', anchor: { on: 'article' } })
    expect(await test.call('history.read', { id, hash: thread.revision })).toEqual({ article })
  })
})

describe('a merge', () => {
  it('keeps the text before it and after it, with both parents', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const { article, saveNumber } = await test.call('articles.open', { id, actor: REPORTER })
    const theirs = 'f'.repeat(64)
    await test.call('articles.save', {
      ...{ article: withText(article, 'نص آخر.'), baseSaveNumber: saveNumber, caret: null, actor: REPORTER },
      merged: { revision: theirs },
    })
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason }) => reason)).toEqual(['merged', 'before-merge', 'created'])
    const merged = points[0]?.hash ?? ''
    expect(
      test.store.db.get('SELECT parent, second_parent AS other FROM revisions WHERE hash = :merged', { merged }),
    ).toEqual({ parent: points[1]?.hash, other: theirs })
  })
})
