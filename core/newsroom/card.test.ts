import { describe, expect, it } from 'vitest'
import { cardOf, readCard } from './card.ts'
import { personIdOf } from './person.ts'

const KEY = 'ab'.repeat(32)
const SUAD = { id: personIdOf(KEY), name: 'سعاد العلي', role: 'reporter', publicKey: KEY } as const

describe('the card of a person', () => {
  it('is the name above the key, and comes back from it', () => {
    expect(cardOf(SUAD)).toBe(`سعاد العلي\n${KEY}\n`)
    expect(readCard(cardOf(SUAD))).toEqual(SUAD)
  })
  it('is found in a mail, with spaces and empty lines around it', () => {
    expect(readCard(`مرحبًا منى،\r\nهذه بطاقتي:\r\n\r\n  سعاد العلي \r\n\r\n ${KEY}\r\nشكرًا`)).toEqual(SUAD)
  })
  it.each([[''], ['سعاد العلي'], [KEY], [`سعاد\n${KEY.slice(1)}`], [`سعاد\n${KEY}0`]])('is none in %j', (text) => {
    expect(readCard(text)).toBeNull()
  })
})
