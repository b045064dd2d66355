import { describe, expect, it } from 'vitest'
import { counter } from '../../../../tests/support/articles.ts'
import { EDITION, HOUSE } from '../../../../tests/support/edition.ts'
import { correction, head, newArticle } from '../../../article/factories.ts'
import { articleHtml, bodyHtml } from './html.ts'

const id = counter()
const article = newArticle('a', id, [
  head('headline', id, 'عنوان'),
  correction(() => 'c', 'الصحيح «تراس».', '2026-11-24'),
])
const images = (): null => null

describe('a correction on the page', () => {
  it('says its name and its day', () => {
    expect(bodyHtml(article, { images })).toBe(
      '<aside id="b-c" dir="rtl" lang="ar" class="correction">\n' +
        '<p class="correction-head"><strong>تصحيح</strong>: <time datetime="2026-11-24">24 تشرين الثاني/نوفمبر 2026</time></p>\n' +
        '<p>الصحيح «تراس».</p>\n</aside>',
    )
  })
  it('dates in the digits of the house', () => {
    const edition = { ...EDITION, house: { ...HOUSE, digits: 'arab' as const } }
    expect(bodyHtml(article, { images, edition })).toContain('>٢٤ تشرين الثاني/نوفمبر ٢٠٢٦</time>')
  })
  it('is nothing without words, and has no day without one', () => {
    const empty = newArticle('a', id, [head('headline', id, 'ع'), correction(id, '', '2026-11-24')])
    expect(bodyHtml(empty, { images })).toBe('')
    const undated = newArticle('a', id, [head('headline', id, 'ع'), correction(id, 'نص')])
    expect(bodyHtml(undated, { images })).not.toContain('<time')
  })
})

describe('the page of an article that is no more', () => {
  it('has its name and the notice alone', () => {
    const html = articleHtml(article, { images, edition: { ...EDITION, action: 'withdraw' } })
    expect(html).toContain('عنوان')
    expect(html).toContain('سُحبت هذه المادة. لا تُنشر حتى إشعار آخر.')
    expect(html).not.toContain('الصحيح')
  })
})
