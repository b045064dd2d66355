import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { head, newArticle, paragraph } from '#core/article/factories.ts'
import { blockText } from '#core/article/plain-text.ts'
import { canBeBoth } from '#core/changes/clash.ts'
import { accept, reject, settleClash } from '#core/review/proposals/decide.ts'
import { isSettled, openOf, type Ends } from '#core/review/proposals/open.ts'
import { counter } from '../../support/articles.ts'

const line = (id: string, text: string): Block => paragraph(() => id, text)
const article = (...blocks: Block[]): Article =>
  newArticle('a', () => 'h', [head('headline', () => 'h', 'عنوان'), ...blocks])
const body = ({ document }: Article): string[] => document.slice(1).map((block) => `${block.id}: ${blockText(block)}`)
const newId = counter('n')
const open = (now: Article, ends: Ends) => openOf(now, ends)

describe('a part of a proposal', () => {
  it('is a phrase whose words were replaced one by one, and apart from words further on', () => {
    const base = article(line('p', 'زار الوزير مدينة البصرة أمس ثم عاد إلى بغداد مساء'))
    const proposed = article(line('p', 'زار الرئيس محافظة نينوى أمس ثم رجع إلى بغداد مساء'))
    const { parts } = open(base, { base, head: proposed })
    expect(parts.map((part) => part.length)).toEqual([3, 1])
    const { article: now } = accept(base, open(base, { base, head: proposed }), parts[0] ?? [], newId)
    expect(body(now)).toEqual(['p: زار الرئيس محافظة نينوى أمس ثم عاد إلى بغداد مساء'])
  })
})

describe('two proposals that touch', () => {
  const base = article(line('p', 'ارتفع النفط كثيرا أمس'))
  const his: Ends = { base, head: article(line('p', 'ارتفع النفط قليلا أمس')) }
  const hers: Ends = { base, head: article(line('p', 'ارتفع النفط بشدة أمس')) }

  it('stand as alternatives: with one accepted, the other is a clash, which can still be taken', () => {
    const { article: now } = accept(base, open(base, his), open(base, his).parts.flat(), newId)
    expect(body(now)).toEqual(['p: ارتفع النفط قليلا أمس'])
    const left = open(now, hers)
    expect(left.parts).toEqual([])
    expect(left.clashes).toHaveLength(1)
    expect(body(left.head)).toEqual(body(now))
    const taken = settleClash(now, left, 0, 'theirs')
    expect(body(taken.article)).toEqual(['p: ارتفع النفط بشدة أمس'])
    expect(isSettled(taken.ends)).toBe(true)
  })

  it('and it can give way', () => {
    const { article: now } = accept(base, open(base, his), open(base, his).parts.flat(), newId)
    const left = settleClash(now, open(now, hers), 0, 'ours')
    expect(body(left.article)).toEqual(['p: ارتفع النفط قليلا أمس'])
    expect(isSettled(left.ends)).toBe(true)
  })
})

it('what is accepted beside a clash leaves the clash as it was', () => {
  const base = article(line('p', 'ارتفع النفط كثيرا أمس'), line('q', 'سطر ثان'))
  const ends: Ends = { base, head: article(line('p', 'ارتفع النفط بشدة أمس'), line('q', 'سطر ثالث')) }
  const now = article(line('p', 'ارتفع النفط قليلا أمس'), line('q', 'سطر ثان'))
  const carried = open(now, ends)
  expect(carried.parts).toHaveLength(1)
  const accepted = accept(now, carried, carried.parts.flat(), newId)
  expect(body(accepted.article)).toEqual(['p: ارتفع النفط قليلا أمس', 'q: سطر ثالث'])
  const left = open(accepted.article, accepted.ends)
  expect([left.parts.length, left.clashes.length]).toEqual([0, 1])
  const rejected = reject(now, carried, carried.parts.flat(), newId)
  expect(open(now, rejected.ends)).toMatchObject({ parts: [], clashes: [{}] })
})

it('a paragraph that was proposed for a text that somebody else split is in the right half', () => {
  const base = article(line('p', 'قال الوزير أمس إن النفط ارتفع كثيرا'))
  const ends: Ends = { base, head: article(line('p', 'قال الوزير أمس إن النفط ارتفع قليلا')) }
  const now = article(line('p', 'قال الوزير أمس'), line('q', 'إن النفط ارتفع كثيرا'))
  expect(body(open(now, ends).head)).toEqual(['p: قال الوزير أمس', 'q: إن النفط ارتفع قليلا'])
})

describe('what two people put at one place', () => {
  const both = (base: Article, his: Article, hers: Article): [string[], boolean, boolean] => {
    const accepted = accept(base, open(base, { base, head: his }), open(base, { base, head: his }).parts.flat(), newId)
    const left = open(accepted.article, { base, head: hers })
    const [clash] = left.clashes
    if (clash === undefined || !canBeBoth(left.ends.base, clash)) return [body(accepted.article), false, false]
    const taken = settleClash(accepted.article, left, 0, 'both')
    return [body(taken.article), true, isSettled(open(taken.article, taken.ends).ends)]
  }
  const one = (text: string): Article => article(line('p', text))
  it('can stand together: words, sentences, paragraphs, and words beside what the other takes away', () => {
    const base = one('ارتفع النفط كثيرا أمس')
    expect(both(base, one('ارتفع النفط كثيرا أمس مساء'), one('ارتفع النفط كثيرا أمس؛ وزاد'))).toEqual([
      ['p: ارتفع النفط كثيرا أمس مساء؛ وزاد'],
      ...[true, true],
    ])
    expect(both(base, one('ارتفع النفط أمس'), one('ارتفع النفط كثيرا جدا أمس'))).toEqual([
      ['p: ارتفع النفط جدا أمس'],
      ...[true, true],
    ])
    expect(both(one(''), one('ارتفع النفط'), one('وقال الوزير'))).toEqual([['p: ارتفع النفط وقال الوزير'], true, true])
    const with2 = (...added: Block[]): Article => article(line('p', 'ارتفع النفط كثيرا أمس'), ...added)
    expect(both(base, with2(line('x', 'أول'), line('y', 'ثان')), with2(line('a', 'ثالث'), line('b', 'رابع')))).toEqual([
      ['p: ارتفع النفط كثيرا أمس', 'x: أول', 'y: ثان', 'a: ثالث', 'b: رابع'],
      true,
      true,
    ])
  })
  it('are alternatives where both replace the same words', () => {
    const base = one('ارتفع النفط كثيرا أمس')
    expect(both(base, one('ارتفع النفط قليلا أمس'), one('ارتفع النفط بشدة أمس'))[1]).toBe(false)
  })
})
