import { describe, expect, it } from 'vitest'
import { smallArticle } from '../../../tests/support/articles.ts'
import { fileSlug, packageName } from './name.ts'

describe('fileSlug', () => {
  it.each([
    ['الكاظمي بحث: مع "تراس"!', 'الكاظمي-بحث-مع-تراس'],
    ['مُحَمَّد مـــداد', 'محمد-مداد'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON. <a|b>?*', 'con-a-b'],
    ['\u202Eملف\u0000', 'ملف'],
    ['؟!', 'article'],
  ])('makes of «%s» a name for every system', (text, slug) => {
    expect(fileSlug(text)).toBe(slug)
  })
  it('cuts between words, at 60 characters', () => {
    expect(fileSlug('كلمة '.repeat(40))).toBe(Array(12).fill('كلمة').join('-'))
    expect(fileSlug('ا'.repeat(90)).length).toBe(60)
  })
})

describe('packageName', () => {
  it('has the slug, the article and the version', () => {
    expect(packageName(smallArticle('7f3a2c10-0000-4000-8000-000000000001', 'خبر عاجل'), 3)).toBe(
      'خبر-عاجل-7f3a2c10-v3',
    )
  })
})
