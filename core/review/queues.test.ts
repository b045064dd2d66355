import { describe, expect, it } from 'vitest'
import { placesOf, queueName, type QueueFacts } from './queues.ts'

const DRAFT: QueueFacts = {
  ...{ state: 'draft', creator: 'سعاد الأحمد', byline: '', people: ['سعاد الأحمد', 'كريم', 'ليلى حسن'], needed: [] },
  ...{ assignee: '', sentBy: '', clocks: [], isUnsent: false },
}

/** @returns the queues of these facts, as «queue name». */
const queues = (facts: Partial<QueueFacts>): string[] =>
  placesOf({ ...DRAFT, ...facts }).map(({ queue, name }) => `${queue} ${name}`.trim())

describe('the queues of an article', () => {
  it.each<[string, Partial<QueueFacts>, string[]]>([
    ['a draft is its writer’s', {}, ['mine سعاد الاحمد']],
    [
      'a byline of two makes it the article of both, and of whoever brought it in',
      { creator: 'كريم', byline: 'سعاد الأحمد وليلى حسن' },
      ['mine سعاد الاحمد', 'mine سعاد الاحمد وليلي حسن', 'mine كريم', 'mine ليلي حسن'],
    ],
    ['a draft waits for its assignee', { assignee: 'كريم' }, ['mine سعاد الاحمد', 'mine كريم', 'waiting كريم']],
    [
      'what the assignee sent to the desk does not wait for the assignee',
      { state: 'submitted', assignee: 'كريم', sentBy: 'كريم' },
      ['mine سعاد الاحمد', 'mine كريم', 'submitted'],
    ],
    [
      'what another sent waits for the editor to whom it is assigned',
      { state: 'in-review', assignee: 'كريم', sentBy: 'سعاد الأحمد' },
      ['mine سعاد الاحمد', 'mine كريم', 'waiting كريم', 'submitted'],
    ],
    ['an approved one waits for nobody', { state: 'approved', assignee: 'كريم' }, ['mine سعاد الاحمد', 'mine كريم']],
    [
      'a returned one waits for its writer',
      { state: 'returned' },
      ['mine سعاد الاحمد', 'waiting سعاد الاحمد', 'returned سعاد الاحمد'],
    ],
    [
      'a returned one of another assignee waits for that one alone',
      { state: 'returned', assignee: 'ليلى حسن' },
      ['mine سعاد الاحمد', 'mine ليلي حسن', 'waiting ليلي حسن', 'returned ليلي حسن'],
    ],
    ['a comment waits for whoever is named', { needed: ['كريم'] }, ['mine سعاد الاحمد', 'waiting كريم']],
    ['readers lack a change', { state: 'draft', isUnsent: true }, ['mine سعاد الاحمد', 'unsent']],
    ['what was withdrawn is neither', { state: 'withdrawn', isUnsent: true, clocks: ['x'] }, ['mine سعاد الاحمد']],
  ])('%s', (_title, facts, expected) => {
    expect(queues(facts)).toEqual(expected)
  })

  it('hold a scheduled article until its last clock', () => {
    const clocks = ['2026-12-02T08:00:00.000Z', '2026-12-03T08:00:00.000Z', '2026-12-01T08:00:00.000Z']
    expect(placesOf({ ...DRAFT, clocks })).toContainEqual({
      ...{ queue: 'scheduled', name: '', until: '2026-12-03T08:00:00.000Z' },
    })
  })

  it('are found under a name in any spelling, and by everybody where they are nobody’s own', () => {
    expect(queueName('mine', ' سعاد  الاحمد')).toBe('سعاد الاحمد')
    expect(queueName('submitted', 'سعاد الأحمد')).toBe('')
  })
})
