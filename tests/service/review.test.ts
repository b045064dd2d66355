import { describe, expect, it } from 'vitest'
import { EDITOR, REPORTER, testService, writtenArticle } from '#tests/support/service.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })

describe('review', () => {
  it('records who moved an article, and why', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const moved = await test.call('review.move', { id, to: 'submitted', actor: REPORTER, note: ' جاهزة ' })
    expect(moved).toMatchObject({ from: 'draft', to: 'submitted', event: { by: 'سعاد', note: 'جاهزة' } })
    await test.call('review.move', { id, to: 'returned', actor: EDITOR, note: 'أضف مصدرًا' })
    const { events } = await test.call('review.history', { id })
    expect(events.map(({ by, action, to, note }) => [by, action, to, note])).toEqual([
      ['سعاد', 'created', 'draft', ''],
      ['سعاد', 'moved', 'submitted', 'جاهزة'],
      ['كريم', 'moved', 'returned', 'أضف مصدرًا'],
    ])
    expect((await test.call('articles.get', { id })).state).toBe('returned')
  })

  it('refuses illegal moves with a reason, and records none', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const move = (to: 'approved' | 'submitted' | 'returned' | 'exported', actor: typeof EDITOR | typeof REPORTER) =>
      test.call('review.move', { id, to, actor })
    await expect(move('approved', EDITOR)).rejects.toThrow(refusal('illegal-move'))
    await move('submitted', REPORTER)
    await expect(move('approved', REPORTER)).rejects.toThrow(refusal('role-not-allowed'))
    await expect(move('returned', EDITOR)).rejects.toThrow(refusal('note-required'))
    await move('approved', EDITOR)
    await expect(move('exported', EDITOR)).rejects.toThrow(refusal('illegal-move'))
    expect((await test.call('review.history', { id })).events.length).toBe(3)
    await expect(test.call('review.move', { id: 'none', to: 'draft', actor: EDITOR })).rejects.toThrow(
      refusal('not-found'),
    )
  })

  it('requires a headline for submitting', async () => {
    const test = testService()
    const id = await writtenArticle(test, '  ')
    await expect(test.call('review.move', { id, to: 'submitted', actor: REPORTER })).rejects.toThrow(
      refusal('no-headline'),
    )
  })

  it('does not submit an article that another window writes', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان', 'one')
    await expect(test.call('review.move', { id, to: 'submitted', actor: EDITOR }, 'two')).rejects.toThrow(
      refusal('locked'),
    )
  })
})
