import { describe, expect, it } from 'vitest'
import { counter } from '../../../tests/support/articles.ts'
import { expectLinear } from '../../../tests/support/growth.ts'
import type { List } from '../../article/block.ts'
import { list } from '../../article/factories.ts'
import { blockText } from '../../article/plain-text.ts'
import { listRuns, placedItems, type ListRun } from './list.ts'

type Item = readonly [text: string, depth?: number, ordered?: boolean]

function listOf(ordered: boolean, ...items: readonly Item[]): List {
  const made = list(
    counter('item'),
    ordered,
    items.map(([text]) => text),
  )
  const children = made.children.map((item, index) => {
    const [, depth, own] = items[index] ?? ['']
    return { ...item, ...(depth === undefined ? {} : { depth }), ...(own === undefined ? {} : { ordered: own }) }
  })
  return { ...made, children }
}

/** Writes runs as `1.` or `-` with the items, each followed by the runs below it. */
const written = (runs: readonly ListRun[]): unknown[] =>
  runs.map(({ ordered, items }) => [
    ordered ? '1.' : '-',
    ...items.flatMap(({ item, below }) => [blockText(item), ...written(below)]),
  ])
const runsOf = (each: List): unknown[] => written(listRuns(each, (item) => blockText(item) !== ''))

describe('listRuns', () => {
  it('nests items by depth, and begins a list where the numbering changes', () => {
    const mixed = listOf(true, ['أ'], ['ب', 1, false], ['ج', 1, true], ['د', 2], ['هـ'])
    expect(runsOf(mixed)).toEqual([['1.', 'أ', ['-', 'ب'], ['1.', 'ج', ['1.', 'د']], 'هـ']])
  })
  it('leaves out an item without words, unless deeper ones with words hang on it', () => {
    expect(runsOf(listOf(false, ['أ'], [''], [''], ['ب', 1]))).toEqual([['-', 'أ', '', ['-', 'ب']]])
    expect(runsOf(listOf(false, [''], ['', 1]))).toEqual([])
  })
})

describe('placedItems', () => {
  it('counts each level anew below each item', () => {
    const places = placedItems(listOf(true, ['أ'], ['ب', 1], ['ج', 1], ['د'], ['هـ', 1, false]))
    expect(places.map(({ depth, ordered, number }) => [depth, ordered, number])).toEqual([
      [0, true, 1],
      [1, true, 1],
      [1, true, 2],
      [0, true, 2],
      [1, false, 1],
    ])
  })
  it('takes linear time of a long list', async () => {
    const long = listOf(true, ...Array.from({ length: 40_000 }, (_item, index): Item => ['أ', index % 4]))
    await expectLinear((size) => listRuns({ ...long, children: long.children.slice(0, size / 5) }, () => true))
  })
})
