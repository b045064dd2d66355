import { expect, it } from 'vitest'
import type { Message, Thread } from '#core/review/thread.ts'
import { filterThreads } from './filter-threads.ts'

const message = (by: string, text: string, isTakenBack = false): Message => ({
  ...{ id: `${by}-${text}`, by, text, isTakenBack, editedAt: null, at: '2026-11-30T08:00:00.000Z' },
})
const thread = (id: string, messages: Message[], isResolved = false): Thread => ({
  ...{ id, messages, revision: 'r', anchor: { on: 'article' }, proposal: null },
  resolved: isResolved ? { by: 'كريم', at: '2026-11-30T09:00:00.000Z' } : null,
})

const THREADS = [
  thread('own', [message('سعاد', 'أراجعه')]),
  thread('named', [message('كريم', 'ما رأيك @سُعاد؟')]),
  thread('other', [message('كريم', 'بريد desk@سعاد')]),
  thread('taken-back', [message('سعاد', '', true)]),
  thread('resolved', [message('سعاد', 'تم')], true),
]
const ids = (filter: 'open' | 'mine' | 'resolved'): string[] =>
  filterThreads(THREADS, filter, 'سعاد', ['كريم', 'سعاد']).map(({ id }) => id)

it('shows what is open, what is mine, and what is resolved', () => {
  expect(ids('open')).toEqual(['own', 'named', 'other'])
  expect(ids('mine')).toEqual(['own', 'named'])
  expect(ids('resolved')).toEqual(['resolved'])
})
