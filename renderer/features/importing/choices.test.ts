import { expect, it } from 'vitest'
import type { FoundArticle } from '#core/contract/import.ts'
import { importWays, takingOf, type Decision } from './choices.ts'

const known = (merge: 'possible' | 'kept' | 'no-base'): FoundArticle['known'] => ({
  ...{ id: 'a', headline: 'عنوان', state: 'draft', updatedAt: '2026-11-24T08:00:00.000Z' },
  ...{ isInBin: false, isSame: false, isReplaceable: true, isReturned: false, merge },
})

const found = (index: number, of: FoundArticle['known']): FoundArticle => ({
  ...{ index, headline: 'عنوان', deck: '', byline: '', section: '', words: 3, pictures: 0, preview: [], losses: [] },
  ...{ known: of, review: null, similar: null },
})

it('offers a merge where both have a version in common: first for the only article of a file, else after leaving it', () => {
  expect(importWays(found(0, known('possible')), true)).toEqual(['merge', 'here', 'revision', 'copy'])
  expect(importWays(found(0, known('possible')), false)).toEqual(['here', 'merge', 'revision', 'copy'])
  expect(importWays(found(0, known('no-base')), true)).toEqual(['here', 'revision', 'copy'])
})

it('tells the articles of a file that are imported from those that are merged', () => {
  const articles = [found(0, null), found(1, known('possible')), found(2, known('possible')), found(3, null)]
  const decisions = new Map<number, Decision>([
    [1, 'merge'],
    [2, 'revision'],
  ])
  expect(takingOf(articles, new Set([0, 1, 2]), decisions)).toEqual({
    choices: [
      { index: 0, as: 'new' },
      { index: 2, as: 'revision' },
    ],
    merges: [1],
  })
  expect(takingOf(articles, new Set([1, 2]), new Map())).toEqual({ choices: [], merges: [] })
})
