import { describe, expect, it } from 'vitest'
import { forkOf, type Descent } from './lineage.ts'

const revision = (hash: string, parent: string | null, secondParent: string | null = null): Descent => ({
  ...{ hash, parent, secondParent },
})
const line = [revision('a', null), revision('b', 'a'), revision('c', 'b'), revision('d', 'c')]

describe('where a revision left the line of the others', () => {
  it('is nowhere for any revision of one line', () => {
    expect(line.map(({ hash }) => forkOf(line, hash))).toEqual([null, null, null, null])
  })
  it('is the last that it shares with them, when a backup brought it', () => {
    const brought = [...line, revision('x', 'b'), revision('y', 'x')]
    expect(forkOf(brought, 'y')).toBe('b')
    expect(forkOf(brought, 'x')).toBe('b')
    expect(forkOf(brought, 'd')).toBe('b')
    expect(forkOf(brought, 'a')).toBeNull()
    // What is kept afterwards names the last that was written as its parent.
    expect(forkOf([...brought, revision('e', 'y')], 'y')).toBe('b')
  })
  it('is none once a merge has joined them to all others', () => {
    const merged = [...line, revision('x', 'b'), revision('m', 'd', 'x')]
    expect(forkOf(merged, 'm')).toBeNull()
  })
  it('is unknown where what lies between was thinned out', () => {
    const thinned = [revision('a', null), revision('c', 'b'), revision('d', 'c')]
    expect(thinned.map(({ hash }) => forkOf(thinned, hash))).toEqual([null, null, null])
    expect(forkOf([...thinned, revision('y', 'gone')], 'y')).toBeNull()
  })
})
