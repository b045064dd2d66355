import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { smallArticle } from '../../../../tests/support/articles.ts'
import { EDITION } from '../../../../tests/support/edition.ts'
import { ASSET, fullArticle } from '../../../../tests/support/full-article.ts'
import { figure, head, newArticle } from '../../../article/factories.ts'
import type { Edition } from '../../edition.ts'
import { articleWxr } from './wxr.ts'

const DATA = 'data:image/jpeg;base64,AQ=='
const wxr = (article = fullArticle(), edition: Partial<Edition> = {}, images = (): string | null => DATA): string =>
  articleWxr(article, { edition: { ...EDITION, ...edition }, images })
const texts = (xml: string, name: string): string[] =>
  Array.from(
    new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName(name),
    (each) => each.textContent ?? '',
  )
const content = (xml: string): string => texts(xml, 'content:encoded')[0] ?? ''

describe('articleWxr', () => {
  it('is one post of the blocks that the REST interface gets, with its picture inside', () => {
    const xml = wxr()
    expect(texts(xml, 'wp:wxr_version')).toEqual(['1.2'])
    expect(texts(xml, 'wp:post_type')).toEqual(['post'])
    expect(texts(xml, 'wp:meta_key')).toEqual(['midad_id', 'midad_version'])
    expect(texts(xml, 'wp:post_name')).toEqual(['كاظمي-تراس'])
    expect(content(xml)).toMatch(/^<!-- wp:paragraph \{"direction":"rtl","className":"midad-dateline midad-/u)
    expect(content(xml)).toContain(
      `<!-- wp:image {"sizeSlug":"full","linkDestination":"none"} -->\n<figure class="wp-block-image size-full"><img src="${DATA}" alt="وزيران"/>`,
    )
  })

  it('says the kicker and the dateline in the text', () => {
    let count = 0
    const id = (): string => `b${(count += 1)}`
    const lines = [head('kicker', id, 'خاص'), head('headline', id, 'عنوان'), head('dateline', id, 'بغداد')]
    expect(content(wxr(newArticle('a1', id, lines)))).toBe(
      [
        '<!-- wp:paragraph {"direction":"rtl","className":"midad-kicker midad-a1"} -->\n<p dir="rtl" class="midad-kicker midad-a1"><span dir="rtl" lang="ar">خاص</span></p>\n<!-- /wp:paragraph -->',
        '<!-- wp:paragraph {"direction":"rtl","className":"midad-dateline"} -->\n<p dir="rtl" class="midad-dateline"><span dir="rtl" lang="ar">بغداد</span></p>\n<!-- /wp:paragraph -->',
      ].join('\n\n'),
    )
  })

  it.each([
    [{}, 'publish', '2026-11-24 08:00:00'],
    [{ embargoed: true }, 'future', '2026-11-24 09:00:00'],
    [{ draft: true, embargoed: true }, 'draft', '2026-11-24 09:00:00'],
    [{ draft: true }, 'draft', '2026-11-24 08:00:00'],
    [{ action: 'withdraw' as const }, 'draft', '2026-11-24 08:00:00'],
    [{ action: 'kill' as const }, 'trash', '2026-11-24 08:00:00'],
  ])('plans, keeps back or bins, and leaves the local date to the site: %o', (edition, status, date) => {
    const xml = wxr(fullArticle(), edition)
    expect(texts(xml, 'wp:status')).toEqual([status])
    expect(texts(xml, 'wp:post_date_gmt')).toEqual([date])
    expect(texts(xml, 'wp:post_date')).toEqual([''])
  })

  it('leaves comments and pings as the site has them', () => {
    expect(texts(wxr(), 'wp:comment_status')).toEqual([])
    expect(texts(wxr(), 'wp:ping_status')).toEqual([])
  })

  it('is the same post in every version', () => {
    const [first, second] = [1, 2].map((version) =>
      texts(wxr(fullArticle(), { version, at: `2026-11-2${version}T08:00:00.000Z` }), 'guid'),
    )
    expect(first).toEqual(['urn:newsml:midad:7f3a2c10-0000-4000-8000-000000000002'])
    expect(second).toEqual(first)
  })

  it('names an author with a login that WordPress keeps, and only when there is a byline', () => {
    expect(texts(wxr(), 'dc:creator')).toEqual([])
    expect(texts(wxr(), 'wp:author')).toEqual([])
    let count = 0
    const id = (): string => `b${(count += 1)}`
    const xml = wxr(newArticle('a1', id, [head('headline', id, 'عنوان'), head('byline', id, 'سعاد الكاظمي')]))
    expect(texts(xml, 'wp:author_display_name')).toEqual(['سعاد الكاظمي'])
    expect(texts(xml, 'wp:author_login')).toEqual(['midad-23f8d2624eb2'])
    expect(texts(xml, 'dc:creator')).toEqual(['midad-23f8d2624eb2'])
  })

  it.each([
    ['a relative address', 'images/aaaaaaaaaaaa.jpg'],
    ['none', null],
    ['more than an XML reader takes', `data:image/jpeg;base64,${'A'.repeat(8_000_000)}`],
  ])('leaves a picture out with its words in place: %s', (_name, address) => {
    const shown = content(wxr(fullArticle(), {}, () => address))
    expect(shown).not.toContain('<img')
    expect(shown).toContain(
      '<p dir="rtl" class="midad-caption"><span dir="rtl" lang="ar">الوزيران في لندن</span> — <span dir="rtl" lang="ar" class="midad-credit">رويترز</span></p>',
    )
  })

  it('says what a picture shows that has no caption and is left out', () => {
    let count = 0
    const id = (): string => `b${(count += 1)}`
    const article = newArticle('a1', id, [
      head('headline', id, 'عنوان'),
      figure(id, { asset: ASSET, alt: 'دخان فوق الميناء' }),
    ])
    expect(content(wxr(article, {}, () => null))).toContain('>دخان فوق الميناء</p>')
  })

  it('carries no word of what is killed', () => {
    expect(wxr(smallArticle('a', 'عنوان', 'نص سري'), { action: 'kill' })).not.toContain('نص سري')
  })
})
