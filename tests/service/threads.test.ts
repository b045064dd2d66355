import { describe, expect, it } from 'vitest'
import type { CallOutput } from '#core/contract/contract.ts'
import { anchorOf } from '#core/review/anchor-words.ts'
import type { Anchor } from '#core/review/anchor.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })

type Written = { id: string; saveNumber: number; anchor: Anchor }

/** @returns a submitted article, and an anchor on the word «نص». */
async function submitted(test: TestService): Promise<Written> {
  const id = await writtenArticle(test)
  const { saveNumber, article } = await test.call('articles.get', { id })
  const block = article.document[1]?.id ?? ''
  const anchor = anchorOf(article, { block, at: 0 }, { block, at: 2 })
  if (anchor === null) throw new Error('The article has no such words')
  await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
  return { id, saveNumber, anchor }
}

async function begun(
  test: TestService,
  { id, saveNumber, anchor }: Written,
  text = 'من قال هذا؟',
): Promise<CallOutput<'threads.begin'>['thread']> {
  return (await test.call('threads.begin', { id, saveNumber, anchor, text, actor: EDITOR }, 'desk')).thread
}

describe('a thread', () => {
  it('is begun on words of a submitted article, which stays as it is, and is listed with its words', async () => {
    const test = testService()
    const written = await submitted(test)
    const before = await test.call('articles.get', { id: written.id })
    test.changes.length = 0
    const thread = await begun(test, written)
    expect(thread).toEqual({
      ...{ id: thread.id, revision: thread.revision, proposal: null, resolved: null },
      anchor: {
        ...{ on: 'words', quote: 'نص', before: '', after: ' المقالة.' },
        ...{ start: { block: 'block2', at: 0 }, end: { block: 'block2', at: 2 } },
      },
      messages: [
        {
          ...{ id: thread.messages[0]?.id, by: 'كريم', at: '2026-11-24T08:04:00.000Z', text: 'من قال هذا؟' },
          ...{ editedAt: null, isTakenBack: false },
        },
      ],
    })
    expect(await test.call('threads.list', { id: written.id })).toEqual({ threads: [thread], damaged: 0 })
    expect(await test.call('articles.get', { id: written.id })).toEqual(before)
    expect(await test.call('history.read', { id: written.id, hash: thread.revision })).toEqual({
      article: before.article,
    })
    expect(test.changes).toEqual([{ type: 'threads-changed', id: written.id, by: 'desk' }])
  })

  it('is refused on words that are not in the text, and on a text that was saved since', async () => {
    const test = testService()
    const written = await submitted(test)
    const wrong = { ...written.anchor, quote: 'خبر' } as Anchor
    await expect(begun(test, { ...written, anchor: wrong })).rejects.toEqual(refusal('invalid-input'))
    await expect(begun(test, { ...written, saveNumber: 0 })).rejects.toEqual(refusal('conflict'))
    await expect(begun(test, { ...written, anchor: { on: 'block', block: 'none' } })).rejects.toEqual(
      refusal('invalid-input'),
    )
    expect((await test.call('threads.list', { id: written.id })).threads).toEqual([])
  })

  it('is answered, resolved, reopened, and open again after an answer', async () => {
    const test = testService()
    const { id: threadId } = await begun(test, await submitted(test))
    const replied = await test.call('threads.reply', { threadId, text: 'قاله الوزير.', actor: REPORTER })
    expect(replied.thread.messages.map(({ by, text }) => [by, text])).toEqual([
      ['كريم', 'من قال هذا؟'],
      ['سعاد', 'قاله الوزير.'],
    ])
    const resolved = await test.call('threads.resolve', { threadId, actor: EDITOR })
    expect(resolved.thread.resolved).toEqual({ by: 'كريم', at: '2026-11-24T08:06:00.000Z' })
    expect((await test.call('threads.reopen', { threadId, actor: REPORTER })).thread.resolved).toBeNull()
    await test.call('threads.resolve', { threadId, actor: EDITOR })
    const again = await test.call('threads.reply', { threadId, text: 'بقي سؤال.', actor: REPORTER })
    expect(again.thread.resolved).toBeNull()
  })

  it('is written once, however often a message is sent because its answer was lost', async () => {
    const test = testService()
    const { id, saveNumber, anchor } = await submitted(test)
    const first = { id, saveNumber, anchor, messageId: 'm1', text: 'من قال هذا؟', actor: EDITOR }
    const { thread } = await test.call('threads.begin', first)
    expect((await test.call('threads.begin', first)).thread).toEqual(thread)
    const answer = { threadId: thread.id, messageId: 'm2', text: 'الوزير.', actor: REPORTER }
    await test.call('threads.reply', answer)
    const { threads } = await test.call('threads.list', { id })
    expect((await test.call('threads.reply', answer)).thread).toEqual(threads[0])
    expect(threads.map(({ messages }) => messages.map(({ text }) => text))).toEqual([['من قال هذا؟', 'الوزير.']])
    // Sent again with other words: those are what it says.
    const changed = await test.call('threads.reply', { ...answer, text: 'الوزير، أمس.' })
    expect(changed.thread.messages.map(({ text }) => text)).toEqual(['من قال هذا؟', 'الوزير، أمس.'])
    // The id of another's message takes no words.
    await expect(test.call('threads.reply', { ...answer, messageId: 'm1' })).rejects.toEqual(refusal('not-yours'))
  })

  it('lets only its author change a message or take it back', async () => {
    const test = testService()
    const { id: threadId, messages } = await begun(test, await submitted(test))
    const message = { threadId, messageId: messages[0]?.id ?? '' }
    const edit = { ...message, text: 'من قال هذا ومتى؟' }
    await expect(test.call('threads.edit', { ...edit, actor: REPORTER })).rejects.toEqual(refusal('not-yours'))
    await expect(test.call('threads.takeBack', { ...message, actor: REPORTER })).rejects.toEqual(refusal('not-yours'))
    const edited = await test.call('threads.edit', { ...edit, actor: EDITOR })
    expect(edited.thread.messages).toMatchObject([
      { text: 'من قال هذا ومتى؟', editedAt: '2026-11-24T08:05:00.000Z', isTakenBack: false },
    ])
    const taken = await test.call('threads.takeBack', { ...message, actor: EDITOR })
    expect(taken.thread.messages).toMatchObject([{ text: '', isTakenBack: true }])
    await expect(test.call('threads.edit', { ...edit, actor: EDITOR })).rejects.toEqual(refusal('not-found'))
    // The audit keeps what it said.
    const kept = test.store.db.all<{ text: string }>('SELECT text FROM thread_entries ORDER BY number')
    expect(kept.map(({ text }) => text)).toEqual(['من قال هذا؟', 'من قال هذا ومتى؟', ''])
    expect(() => test.store.db.run("UPDATE thread_entries SET text = ''")).toThrow('append-only')
    expect(() => test.store.db.run('DELETE FROM thread_entries')).toThrow('append-only')
  })

  it('is counted in the library, and waits for those who are to answer', async () => {
    const test = testService()
    const written = await submitted(test)
    const needs = async (name: string): Promise<string[]> =>
      (await test.call('articles.list', { needsMe: name })).rows.map(({ id }) => id)
    expect([await needs('سعاد'), await needs('كريم')]).toEqual([[], []])
    const { id: threadId } = await begun(test, written)
    expect((await test.call('articles.list', {})).rows).toMatchObject([{ openThreads: 1, openProposals: 0 }])
    expect([await needs('سعاد'), await needs('كريم')]).toEqual([[written.id], []])
    await test.call('threads.reply', { threadId, text: 'قاله الوزير.', actor: REPORTER })
    expect([await needs('سُعاد'), await needs('كريم')]).toEqual([[], [written.id]])
    await test.call('threads.resolve', { threadId, actor: EDITOR })
    expect((await test.call('articles.list', {})).rows).toMatchObject([{ openThreads: 0 }])
    expect([await needs('سعاد'), await needs('كريم')]).toEqual([[], []])
    expect(await test.call('threads.people', {})).toEqual({ names: ['سعاد', 'كريم'] })
  })
})
