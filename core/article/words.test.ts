import { describe, expect, it } from 'vitest'
import { figure, head, list, newArticle, paragraph, quote } from './factories.ts'
import { articleWords, countWords } from './words.ts'

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  … . ،', 0],
    ['بحث الكاظمي مع تراس', 4],
    ['كوفيد-19', 1],
    ['مُحَمَّدٌ رَسُولٌ', 2],
    ['مـــداد', 1],
    ['كانون الأول/ديسمبر', 3],
    ['قال: «نعم»، ثم غادر.', 4],
    ['عاد - كما قيل - أمس', 4],
    ['2500 جندي و٣٫٥ ملايين', 4],
    ['راجع https://example.org/a?b=c الآن', 3],
    ['midad@example.org، قال.ثم', 3],
    ['في 1/7', 3],
    ['\u200FReuters\u200E قالت', 2],
  ])('counts «%s»', (text, count) => {
    expect(countWords(text)).toBe(count)
  })
})

describe('articleWords', () => {
  it('counts the body, but neither the head nor captions and credits', () => {
    let count = 0
    const id = (): string => `b${(count += 1)}`
    const article = newArticle('a', id, [
      head('headline', id, 'عنوان من كلمات كثيرة'),
      paragraph(id, 'ثلاث كلمات هنا'),
      quote(id, 'لن نتراجع', 'المتحدث'),
      list(id, false, ['أول', 'ثانٍ']),
      figure(id, { caption: 'لا يُعدّ', credit: 'ولا هذا' }),
    ])
    expect(articleWords(article)).toBe(8)
  })
})
