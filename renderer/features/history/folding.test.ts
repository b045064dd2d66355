import { describe, expect, it } from 'vitest'
import type { BlockChange } from '#core/changes/reading.ts'
import { firstBlocks, foldSame } from './folding.ts'

/** Blocks from letters: s the same, c changed, m moved. */
const blocks = (letters: string): BlockChange[] =>
  Array.from(letters, (letter, index) => ({
    id: `b${index}`,
    change: letter === 'c' ? 'changed' : 'same',
    isMoved: letter === 'm',
    from: null,
    to: null,
    words: [],
    aspects: [],
  }))
const fold = (letters: string): string[] =>
  foldSame(blocks(letters)).map(({ blocks: each, isFolded }) => `${isFolded ? 'folded' : 'shown'} ${each.length}`)

describe('foldSame', () => {
  it.each([
    ['ssssscsssss', ['folded 4', 'shown 3', 'folded 4']],
    ['cssssssm', ['shown 2', 'folded 4', 'shown 2']],
    // A single block takes no more room than the line that would replace it.
    ['csssc', ['shown 2', 'shown 1', 'shown 2']],
    ['ssss', ['folded 4']],
    ['', []],
  ])('of %s', (letters, expected) => {
    expect(fold(letters)).toEqual(expected)
  })
})

describe('firstBlocks', () => {
  it.each([
    [2, ['shown 2'], 9],
    [3, ['shown 2', 'folded 4'], 5],
    [5, ['shown 2', 'folded 4', 'shown 2'], 3],
    [9, ['shown 2', 'folded 4', 'shown 5'], 0],
  ])('takes %i', (limit, expected, left) => {
    const first = firstBlocks(foldSame(blocks('cssssssmsmc')), limit)
    expect(
      first.stretches.map(({ blocks: each, isFolded }) => `${isFolded ? 'folded' : 'shown'} ${each.length}`),
    ).toEqual(expected)
    expect(first.left).toBe(left)
  })
})
