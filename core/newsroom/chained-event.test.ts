import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { eventBytes, eventIdOf, newestOf, signedEventSchema } from './chained-event.ts'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const EVENT = {
  ...{ articleId: 'a1', at: '2026-11-24T08:00:00.000Z', by: 'سعاد', role: 'reporter', action: 'moved' },
  ...{ from: 'draft', to: 'submitted', note: 'جاهزة', revision: A, person: 'ab'.repeat(16) },
  ...{ parents: [A], settles: [B], running: B },
}
const BYTES = `midad event 1
{"action":"moved","articleId":"a1","at":"2026-11-24T08:00:00.000Z","by":"سعاد","from":"draft","note":"جاهزة",\
"parents":["${A}"],"person":"${'ab'.repeat(16)}","revision":"${A}","role":"reporter","running":"${B}",\
"settles":["${B}"],"to":"submitted"}`

describe('a chained event', () => {
  it('has one form in bytes, whatever else the object holds', () => {
    const more = { signature: null, id: A, seal: B, ...EVENT }
    expect(new TextDecoder().decode(eventBytes(more))).toBe(BYTES)
  })

  it('is known by the hash of these bytes', () => {
    expect(eventIdOf(EVENT)).toBe(createHash('sha256').update(BYTES).digest('hex'))
  })

  it.each([
    ['an id in capitals', { id: A.toUpperCase() }],
    ['half a signature', { signature: 'ab'.repeat(32) }],
    ['a parent that is no hash', { parents: ['a1'] }],
    ['a running hash that is none', { running: '' }],
  ])('has never %s', (_, change) => {
    const signed = { ...EVENT, id: A, signature: null }
    expect(signedEventSchema.safeParse(signed).success).toBe(true)
    expect(signedEventSchema.safeParse({ ...signed, ...change }).success).toBe(false)
  })
})

describe('what the next event follows', () => {
  it.each([
    ['nothing in a new article', [], []],
    [
      'the last of a line',
      [
        { id: 'a', parents: [] },
        { id: 'b', parents: ['a'] },
      ],
      ['b'],
    ],
    [
      'both ends where two machines met',
      [
        { id: 'c', parents: ['a'] },
        { id: 'a', parents: [] },
        { id: 'b', parents: ['a'] },
      ],
      ['b', 'c'],
    ],
    ['an event whose own parents are not here', [{ id: 'b', parents: ['lost'] }], ['b']],
  ])('is %s', (_, events, expected) => {
    expect(newestOf(events)).toEqual(expected)
  })
})
