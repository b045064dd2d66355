import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordpressSlug } from './slug.ts'

describe('wordpressSlug', () => {
  it.each([
    ['الكاظمي بحث: مع "تراس"!', 'الكاظمي-بحث-مع-تراس'],
    ['مُحَمَّد مـــداد', 'محمد-مداد'],
    ['Iraq & UK 2022', 'iraq-uk-2022'],
    ['؟!', ''],
  ])('makes of «%s» «%s»', (text, slug) => {
    expect(wordpressSlug(text)).toBe(slug)
  })

  it('is cut at the end of a word, where 200 encoded bytes end', () => {
    // Six bytes a letter: «كلمة-» is 25, eight of them without the last hyphen are 199.
    expect(wordpressSlug('كلمة '.repeat(20))).toBe(Array(8).fill('كلمة').join('-'))
    expect(wordpressSlug('ا'.repeat(50))).toBe('ا'.repeat(33))
  })

  it('always fits, and stays as it is when made again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('م', 'دا', ' ', 'a', '😀', 'é', '.', '٣', '\u064B', '𞤀'), maxLength: 120 }),
        (text) => {
          const slug = wordpressSlug(text)
          expect(encodeURIComponent(slug).length).toBeLessThanOrEqual(200)
          expect(wordpressSlug(slug)).toBe(slug)
        },
      ),
    )
  })
})
