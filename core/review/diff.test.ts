import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newArticle } from '../article/factories.ts'
import { head, paragraph } from '../article/factories.ts'
import { diffArticles, diffText } from './diff.ts'

const article = (...texts: [id: string, text: string][]) =>
  newArticle('a1', () => 'h', [
    head('headline', () => 'h', 'عنوان'),
    ...texts.map(([id, text]) => paragraph(() => id, text)),
  ])

const changes = (from: ReturnType<typeof article>, to: ReturnType<typeof article>) =>
  diffArticles(from, to).blocks.map(({ id, change }) => `${id} ${change}`)

describe('diffText', () => {
  it('changes whole words, with their harakat, so that none is cut in its joining', () => {
    expect(diffText('قالَ الوزيرُ أمس', 'قالَ الوزراءُ أمس')).toEqual([
      { text: 'قالَ ', change: 'same' },
      { text: 'الوزيرُ', change: 'removed' },
      { text: 'الوزراءُ', change: 'added' },
      { text: ' أمس', change: 'same' },
    ])
  })
  it('gives both texts back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (from, to) => {
        const parts = diffText(from, to)
        const without = (change: string) =>
          parts
            .filter((part) => part.change !== change)
            .map(({ text }) => text)
            .join('')
        expect(without('added')).toBe(from)
        expect(without('removed')).toBe(to)
      }),
    )
  })
})

describe('diffArticles', () => {
  it('tells what was added, removed, changed and moved', () => {
    const from = article(['p1', 'أول'], ['p2', 'ثان'], ['p3', 'ثالث'], ['p4', 'رابع'])
    const to = article(['p4', 'رابع'], ['p1', 'أول'], ['p3', 'ثالث جديد'], ['p5', 'خامس'])
    expect(changes(from, to)).toEqual(['h same', 'p4 moved', 'p1 same', 'p2 removed', 'p3 changed', 'p5 added'])
    expect(changes(from, from)).toEqual(['h same', 'p1 same', 'p2 same', 'p3 same', 'p4 same'])
  })
  it('says whether the details changed', () => {
    const from = article()
    const to = { ...from, metadata: { ...from.metadata, section: 'سياسة' } }
    expect(diffArticles(from, to).isMetadataChanged).toBe(true)
    expect(diffArticles(from, from).isMetadataChanged).toBe(false)
  })
})
