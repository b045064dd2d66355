import { describe, expect, it } from 'vitest'
import { createPens } from './edit-locks.ts'

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
  it('keeps those of a process that died for who says to have had them, for a while', () => {
    const pens = createPens(true)
    expect(pens.take('a', 'reader')).toBe(false)
    expect(pens.take('b', 'reader')).toBe(false)
    expect(pens.take('a', 'writer', true)).toBe(true)
    expect([pens.take('a', 'writer'), pens.take('a', 'reader', true)]).toEqual([true, false])
    pens.isNew('c')
    expect(pens.take('c', 'reader')).toBe(true)
    expect(pens.stopKeeping()).toEqual(['b'])
    expect([pens.take('a', 'reader'), pens.take('b', 'reader'), pens.take('d', 'reader')]).toEqual([false, true, true])
    expect(pens.stopKeeping()).toEqual([])
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
