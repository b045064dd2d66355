import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore } from '#db/open.ts'
import { searchPairs, shares, wordPairs, type Half } from '#tests/support/word-pairs.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

describe('the words that a search takes for the same', () => {
  it.each<[Half, number, number]>([
    ['tuning', 201, 58],
    ['held-out', 179, 58],
    ['real', 81, 24],
  ])('are right for the pairs of the half «%s»: %i the same, %i apart', (half, same, apart) => {
    const store = openStore(tempFolder())
    onTestFinished(() => store.close())
    const counts = searchPairs(
      store.db,
      wordPairs().filter((pair) => pair.half === half),
    )
    expect({ same: counts.same, apart: counts.apart }).toEqual({ same, apart })
    expect(shares(counts).recall).toBeGreaterThanOrEqual(0.9)
    expect(shares(counts).wrong).toBeLessThan(0.1)
    expect(counts.notFirst).toEqual([])
  })

  it('are measured with pairs that are in one half only', () => {
    const keys = wordPairs().map(({ typed, written }) => `${typed} ${written}`)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})
