import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepIn } from './card-choice.ts'
import { placeCards, type Standing } from './place-cards.ts'

const card = (key: string, wanted: number, height = 100): Standing => ({ key, wanted, height })

const ROOM = { gap: 8, below: 200 }

describe('placeCards', () => {
  it('puts cards at their words, and under the one before where they would cover it', () => {
    expect(placeCards([card('a', 40), card('b', 60), card('c', 400)], null, ROOM)).toEqual([40, 148, 400])
  })
  it('puts the chosen card at its words and moves those before it up', () => {
    expect(placeCards([card('a', 200), card('b', 220), card('c', 240)], 'b', ROOM)).toEqual([112, 220, 328])
  })
  it('leaves cards before the chosen one where they have room', () => {
    expect(placeCards([card('a', 0), card('b', 500), card('c', 501)], 'c', ROOM)).toEqual([0, 393, 501])
  })
  it('puts the chosen card below its words where those before it have no room at the top of the page', () => {
    expect(placeCards([card('a', 0), card('b', 20), card('c', 30)], 'b', ROOM)).toEqual([0, 108, 216])
    expect(placeCards([card('a', 0), card('b', 10), card('c', 30)], 'c', ROOM)).toEqual([0, 108, 216])
  })
  it('does not put it out of sight of its words', () => {
    expect(placeCards([card('a', 0, 300), card('b', 20)], 'b', ROOM)).toEqual([-288, 20])
  })
  it('never lets cards cover each other nor change their order, and the chosen one stands near its words', () => {
    const cards = fc
      .array(fc.record({ wanted: fc.integer({ min: 0, max: 3000 }), height: fc.integer({ min: 20, max: 400 }) }), {
        minLength: 1,
        maxLength: 30,
      })
      .map((all) => all.toSorted((one, other) => one.wanted - other.wanted))
    fc.assert(
      fc.property(cards, fc.nat(), (all, at) => {
        const standing = all.map((each, index) => ({ ...each, key: String(index) }))
        const chosen = at % (all.length + 1)
        const tops = placeCards(standing, String(chosen), ROOM)
        for (const [index, top] of tops.entries()) {
          const next = tops[index + 1]
          if (next !== undefined) expect(next).toBeGreaterThanOrEqual(top + (standing[index]?.height ?? 0) + 8)
        }
        if (chosen >= all.length) return
        const distance = (tops[chosen] ?? 0) - (standing[chosen]?.wanted ?? 0)
        expect(distance).toBeGreaterThanOrEqual(0)
        expect(distance).toBeLessThanOrEqual(ROOM.below)
        // It leaves its words only for a card that would be cut by the top of the column.
        if (distance > 0) expect(tops[0]).toBe(0)
      }),
    )
  })
})

describe('stepIn', () => {
  it('goes round, and begins at either end', () => {
    const keys = ['a', 'b', 'c']
    expect(stepIn(keys, null, 1)).toBe('a')
    expect(stepIn(keys, null, -1)).toBe('c')
    expect(stepIn(keys, 'c', 1)).toBe('a')
    expect(stepIn(keys, 'a', -1)).toBe('c')
    expect(stepIn(keys, 'gone', 1)).toBe('a')
    expect(stepIn([], null, 1)).toBeNull()
  })
})
