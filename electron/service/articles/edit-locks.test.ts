import { describe, expect, it } from 'vitest'
import { createEditLocks } from './edit-locks.ts'

describe('edit locks', () => {
  it('gives a lock to one client at a time', () => {
    const locks = createEditLocks()
    expect(locks.acquire('a', 'one')).toBe(true)
    expect(locks.acquire('a', 'two')).toBe(false)
    expect(locks.acquire('a', 'one')).toBe(true)
    expect([locks.isHeldByOther('a', 'one'), locks.isHeldByOther('a', 'two'), locks.isHeldByOther('b', 'two')]).toEqual(
      [false, true, false],
    )
  })
  it('lets only the holder release it', () => {
    const locks = createEditLocks()
    locks.acquire('a', 'one')
    expect(locks.release('a', 'two')).toBe(false)
    expect(locks.release('a', 'one')).toBe(true)
    expect(locks.release('a', 'one')).toBe(false)
    expect(locks.acquire('a', 'two')).toBe(true)
  })
  it('reserves the locks of a process that died for the clients that say they held them, for a while', () => {
    const locks = createEditLocks(true)
    expect(locks.acquire('a', 'reader')).toBe(false)
    expect(locks.acquire('b', 'reader')).toBe(false)
    expect(locks.acquire('a', 'writer', true)).toBe(true)
    expect([locks.acquire('a', 'writer'), locks.acquire('a', 'reader', true)]).toEqual([true, false])
    locks.addNew('c')
    expect(locks.acquire('c', 'reader')).toBe(true)
    expect(locks.endGracePeriod()).toEqual(['b'])
    expect([locks.acquire('a', 'reader'), locks.acquire('b', 'reader'), locks.acquire('d', 'reader')]).toEqual([
      false,
      true,
      true,
    ])
    expect(locks.endGracePeriod()).toEqual([])
  })
  it('releases all locks of a client', () => {
    const locks = createEditLocks()
    locks.acquire('a', 'one')
    locks.acquire('b', 'two')
    locks.acquire('c', 'one')
    expect(locks.releaseAll('one')).toEqual(['a', 'c'])
    expect(locks.isHeldByOther('b', 'one')).toBe(true)
  })
})
