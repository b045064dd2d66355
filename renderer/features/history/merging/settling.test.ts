import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { head, newArticle, paragraph } from '#core/article/factories.ts'
import { blockText } from '#core/article/plain-text.ts'
import { merge } from '#core/changes/merge.ts'
import { readMerge, readSettled } from '#core/changes/merge-reading.ts'
import { choicesOf, countAuthors, mergingOf, openClashes, type Settlement } from './settling.ts'

const article = (...texts: string[]): Article =>
  newArticle('a', () => 'h', [
    head('headline', () => 'h', 'عنوان'),
    ...texts.map((text, index): Block => paragraph(() => `p${index}`, text)),
  ])
const body = ({ document }: Article): string[] => document.slice(1).map(blockText)

/** Two clashes, in the first and second paragraph; the third is ours, the fourth theirs, the fifth the same in both. */
const sides = {
  base: article('الوزير قال', 'النفط ارتفع', 'ثالث', 'رابع', 'خامس'),
  ours: article('الوزير أكد', 'النفط صعد', 'ثالث جديد', 'رابع', 'خامس معًا'),
  theirs: article('الوزير نفى', 'النفط هبط', 'ثالث', 'رابع جديد', 'خامس معًا'),
}
const settled = (...settlements: (Settlement | null)[]) =>
  new Map(settlements.flatMap((each, index): [number, Settlement][] => (each === null ? [] : [[index, each]])))

describe('a merge that a person settles', () => {
  it('leaves a clash that nobody settled as it was, and counts it', () => {
    expect(openClashes(settled(null, 'ours'), 2)).toBe(1)
    expect(choicesOf(settled(null, 'proposal'), 2)).toEqual([undefined, 'ours'])
    expect(body(mergingOf(sides, merge(sides), settled(null, 'theirs')).article)).toEqual([
      'الوزير قال',
      'النفط هبط',
      'ثالث جديد',
      'رابع جديد',
      'خامس معًا',
    ])
  })
  it('keeps theirs as a proposal on the merged text, and nothing but what was left for it', () => {
    const { article: made, proposal } = mergingOf(sides, merge(sides), settled('proposal', 'theirs'))
    expect(body(made).slice(0, 2)).toEqual(['الوزير أكد', 'النفط هبط'])
    expect(proposal?.base).toEqual(made)
    expect(body(proposal?.head ?? made)).toEqual(['الوزير نفى', ...body(made).slice(1)])
    expect(mergingOf(sides, merge(sides), settled('ours', 'neither')).proposal).toBeNull()
  })
})

describe('a merge that is read', () => {
  const { merged, clashes } = readMerge(sides)
  it('shows what each side would do in each clash, and nothing else', () => {
    const words = clashes.map(({ ours, theirs }) =>
      [ours, theirs].map(({ blocks }) => blocks.map(({ to }) => (to === null ? '' : blockText(to)))),
    )
    expect(words).toEqual([
      [['الوزير أكد'], ['الوزير نفى']],
      [['النفط صعد'], ['النفط هبط']],
    ])
  })
  it('names who changed each block', () => {
    const { authors } = readSettled(sides, merged, ['ours', 'neither'], 'base')
    expect(Object.fromEntries(authors)).toEqual({ p0: 'ours', p2: 'ours', p3: 'theirs', p4: 'both' })
    expect(countAuthors(authors)).toEqual({ ours: 2, theirs: 1, both: 1 })
  })
  it('shows what comes into our text, and what theirs lacks', () => {
    const changedIn = (from: 'ours' | 'theirs') =>
      readSettled(sides, merged, ['ours', 'ours'], from).change.blocks.flatMap(({ id, change }) =>
        change === 'same' ? [] : [id],
      )
    expect(changedIn('ours')).toEqual(['p3'])
    expect(changedIn('theirs')).toEqual(['p0', 'p1', 'p2'])
  })
  it('says of a paragraph that one side split whose it is', () => {
    const [headline, , ...rest] = sides.base.document
    const halves = [paragraph(() => 'p0', 'الوزير'), paragraph(() => 'new', 'قال')]
    const split = { ...sides.base, document: [headline, ...halves, ...rest].flatMap((block) => block ?? []) }
    const three = { base: sides.base, ours: split, theirs: sides.base }
    expect(Object.fromEntries(readSettled(three, merge(three), [], 'base').authors)).toEqual({
      p0: 'ours',
      new: 'ours',
    })
  })
})
