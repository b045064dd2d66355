import { describe, expect, it } from 'vitest'
import type { Correction } from '../article/block.ts'
import { figure, head, newArticle, paragraph } from '../article/factories.ts'
import { checkArticle } from './checklist.ts'

const FACTS = { now: '2026-11-24T08:00:00.000Z', isCorrection: false, openThreads: 0, openProposals: 0 }
let count = 0
const id = (): string => `b${(count += 1)}`
const codes = (article: Parameters<typeof checkArticle>[0]): string[] =>
  checkArticle(article, FACTS).map(({ code, severity }) => `${severity} ${code}`)

describe('checkArticle', () => {
  it('says what an empty article lacks, errors first', () => {
    expect(codes(newArticle('a', id))).toEqual([
      'error no-headline',
      'error no-body',
      'warning no-deck',
      'warning no-byline',
      'warning no-section',
      'warning no-slug',
    ])
  })
  it('has nothing to say of a complete one', () => {
    const asset = { hash: 'a'.repeat(64), mediaType: 'image/png', width: 1, height: 1, size: 1, name: '' } as const
    const article = newArticle('a', id, [
      head('headline', id, 'عنوان'),
      head('deck', id, 'مقدمة'),
      head('byline', id, 'سعاد'),
      paragraph(id, 'نص'),
      figure(id, { asset, alt: 'وصف', caption: 'تعليق', credit: 'رويترز' }),
    ])
    const metadata = { ...article.metadata, section: 'سياسة', slug: 'خبر', embargo: '2026-11-24T07:59:00Z' }
    expect(checkArticle({ ...article, metadata }, FACTS)).toEqual([])
    expect(codes({ ...article, metadata: { ...metadata, embargo: '2026-11-24T12:00:00+03:00' } })).toEqual([
      'info embargo-in-future',
    ])
  })
  it('points to the picture that lacks something', () => {
    const picture = figure(id)
    const article = newArticle('a', id, [head('headline', id, 'ع'), paragraph(id, 'ن'), picture])
    expect(
      checkArticle(article, FACTS)
        .filter(({ blockId }) => blockId === picture.id)
        .map(({ code }) => code),
    ).toEqual(['figure-without-image', 'no-caption', 'no-credit'])
  })
  it('warns of a correction that tells readers nothing, and of one that is nowhere in the article', () => {
    const correction = (text: string): Correction => ({ type: 'correction', id: 'c', dir: 'rtl', children: [{ text }] })
    const found = (isCorrection: boolean, ...blocks: Correction[]): unknown[] => {
      const article = newArticle('a', id, [head('headline', id, 'ع'), paragraph(id, 'ن'), ...blocks])
      return checkArticle(article, { ...FACTS, isCorrection }).filter(({ code }) => code === 'no-correction-text')
    }
    const warning = { code: 'no-correction-text', severity: 'warning' }
    expect(found(false)).toEqual([])
    expect(found(true)).toEqual([{ ...warning, blockId: null }])
    expect(found(true, correction('صُحّح اسم الوزير.'))).toEqual([])
    expect(found(false, correction(' '))).toEqual([{ ...warning, blockId: 'c' }])
    expect(found(true, correction(' '))).toEqual([{ ...warning, blockId: 'c' }])
  })
  it('warns of what this version cannot publish', () => {
    const unknown = { type: 'unknown', id: 'u', dir: 'rtl', original: 1, children: [{ text: '' }] } as const
    const article = newArticle('a', id, [head('headline', id, 'ع'), { ...unknown, children: [{ text: '' }] }])
    expect(codes(article)).toContain('warning unknown-content')
  })
})
