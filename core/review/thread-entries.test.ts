import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldThread, type ThreadEntry, type ThreadHead } from './thread-entries.ts'

const HEAD: ThreadHead = { id: 't1', revision: 'r1', anchor: { on: 'article' }, proposal: null }
const at = (minute: number): string => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`

/** @returns an entry of this minute, whose id is the minute. */
function entry(
  minute: number,
  by: string,
  action: ThreadEntry['action'],
  messageId: string | null,
  text = '',
): ThreadEntry {
  const id = `e${String(minute).padStart(2, '0')}`
  return { id, threadId: 't1', at: at(minute), by, role: 'editor', action, messageId, text }
}

const TALK = [
  entry(1, 'كريم', 'begun', 'm1', 'من قال هذا؟'),
  entry(2, 'سعاد', 'replied', 'm2', 'الوزير'),
  entry(3, 'سعاد', 'edited', 'm2', 'وزير الخارجية'),
  entry(4, 'كريم', 'resolved', null),
]

describe('a thread', () => {
  it('is what its entries make of each other', () => {
    expect(foldThread(HEAD, TALK)).toEqual({
      ...HEAD,
      resolved: { by: 'كريم', at: at(4) },
      messages: [
        { id: 'm1', by: 'كريم', at: at(1), text: 'من قال هذا؟', editedAt: null, isTakenBack: false },
        { id: 'm2', by: 'سعاد', at: at(2), text: 'وزير الخارجية', editedAt: at(3), isTakenBack: false },
      ],
    })
  })

  it('is the same in whatever order its entries are found', () => {
    const more = [...TALK, entry(5, 'سعاد', 'replied', 'm3', 'بقي سؤال'), entry(6, 'سعاد', 'taken-back', 'm3')]
    fc.assert(
      fc.property(fc.shuffledSubarray(more, { minLength: more.length }), (entries) => {
        expect(foldThread(HEAD, entries)).toEqual(foldThread(HEAD, more))
      }),
    )
  })

  it('lets nobody change another’s message, or one that was taken back', () => {
    const others = [
      ...TALK,
      entry(5, 'كريم', 'edited', 'm2', 'لا أحد'),
      entry(6, 'سعاد', 'taken-back', 'm1'),
      entry(7, 'سعاد', 'taken-back', 'm2'),
      entry(8, 'سعاد', 'edited', 'm2', 'عاد'),
    ]
    expect(foldThread(HEAD, others)?.messages.map(({ text, isTakenBack }) => [text, isTakenBack])).toEqual([
      ['من قال هذا؟', false],
      ['', true],
    ])
  })

  it('is open again after an answer or when it is reopened', () => {
    expect(foldThread(HEAD, [...TALK, entry(5, 'سعاد', 'replied', 'm3', 'بقي سؤال')])?.resolved).toBeNull()
    expect(foldThread(HEAD, [...TALK, entry(5, 'سعاد', 'reopened', null)])?.resolved).toBeNull()
  })

  it('keeps its other messages when the first is damaged, and is none without any', () => {
    expect(foldThread(HEAD, TALK.slice(1))?.messages.map(({ id }) => id)).toEqual(['m2'])
    expect(foldThread(HEAD, TALK.slice(2))).toBeNull()
  })
})
