import { describe, expect, it } from 'vitest'
import { whoIsNeeded } from './needs.ts'
import type { Thread } from './thread.ts'

const AT = '2026-11-24T08:00:00.000Z'

/** @returns a thread of messages, each with its author; an empty text was taken back. */
function thread(...messages: [by: string, text: string][]): Thread {
  return {
    ...{ id: 't1', revision: 'r1', anchor: { on: 'article' }, proposal: null, resolved: null },
    messages: messages.map(([by, text], place) => ({
      ...{ id: `m${place}`, by, at: AT, text, editedAt: null, isTakenBack: text === '' },
    })),
  }
}

const PEOPLE = ['سعاد الأحمد', 'كريم', 'ليلى']
const of = (threads: Thread[], proposers: string[] = [], byline = ''): string[] =>
  whoIsNeeded({ threads, proposers, creator: 'سعاد الأحمد', byline, people: PEOPLE })

describe('who is needed', () => {
  it('is whose article it is, when somebody else wrote last', () => {
    expect(of([thread(['كريم', 'من قال هذا؟'])])).toEqual(['سعاد الاحمد'])
  })

  it('is each person of a byline that names several', () => {
    const asked = [thread(['منى', 'من قال هذا؟'])]
    expect(of(asked, [], 'كتب: ليلى وكريم، بغداد')).toEqual(['سعاد الاحمد', 'كتب: ليلي وكريم، بغداد', 'كريم', 'ليلي'])
    expect(of(asked, [], 'كريمة')).toEqual(['سعاد الاحمد', 'كريمه'])
  })

  it('is whoever began a thread, once it was answered', () => {
    expect(of([thread(['كريم', 'من قال هذا؟'], ['سعاد الأحمد', 'الوزير'])])).toEqual(['كريم'])
  })

  it('is whoever is named, until they write', () => {
    expect(of([thread(['سعاد الأحمد', '@ليلى راجعيه'])])).toEqual(['ليلي'])
    expect(of([thread(['سعاد الأحمد', '@ليلى راجعيه'], ['ليلى', 'تم'])])).toEqual(['سعاد الاحمد'])
  })

  it('is nobody for a resolved thread, or one that was taken back', () => {
    expect(of([{ ...thread(['كريم', 'من قال هذا؟']), resolved: { by: 'كريم', at: AT } }])).toEqual([])
    expect(of([thread(['كريم', ''])])).toEqual([])
    expect(of([thread(['كريم', 'من قال هذا؟'], ['سعاد الأحمد', ''])])).toEqual(['سعاد الاحمد'])
  })

  it('is whose article it is, when another proposes changes', () => {
    expect(of([], ['كريم', 'سعاد الأحمد'])).toEqual(['سعاد الاحمد'])
    expect(of([], ['سعاد الأحمد'])).toEqual([])
  })
})
