import { describe, expect, it } from 'vitest'
import { createPens } from './pens.ts'

describe('pens', () => {
  it('gives a pen to one client at a time', () => {
    const pens = createPens()
    expect(pens.take('a', 'one')).toBe(true)
    expect(pens.take('a', 'two')).toBe(false)
    expect(pens.take('a', 'one')).toBe(true)
    expect([pens.isElsewhere('a', 'one'), pens.isElsewhere('a', 'two'), pens.isElsewhere('b', 'two')]).toEqual([
      false,
      true,
      false,
    ])
  })
  it('lets only the holder give it back', () => {
    const pens = createPens()
    pens.take('a', 'one')
    expect(pens.release('a', 'two')).toBe(false)
    expect(pens.release('a', 'one')).toBe(true)
    expect(pens.release('a', 'one')).toBe(false)
    expect(pens.take('a', 'two')).toBe(true)
  })
  it('frees all that a client has', () => {
    const pens = createPens()
    pens.take('a', 'one')
    pens.take('b', 'two')
    pens.take('c', 'one')
    expect(pens.releaseAll('one')).toEqual(['a', 'c'])
    expect(pens.isElsewhere('b', 'one')).toBe(true)
  })
})
