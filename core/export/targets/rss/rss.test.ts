import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallArticle } from '../../../../tests/support/articles.ts'
import { EDITION, HOUSE } from '../../../../tests/support/edition.ts'
import { fullArticle } from '../../../../tests/support/full-article.ts'
import { withoutIsolates } from '../../../text/read-isolates.ts'
import { xmlText } from '../../xml.ts'
import { bodyHtml } from '../html/html.ts'
import { articleRss, rssDate } from './rss.ts'

const images = (): null => null
const renditions = () => [{ name: 'original', width: 800, height: 600, bytes: new Uint8Array(7) }] as const
const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml')
const texts = (xml: string, name: string): string[] =>
  Array.from(parse(xml).getElementsByTagName(name), (element) => element.textContent ?? '')

describe('articleRss', () => {
  it('is a feed with one item, whose body is the HTML', () => {
    const xml = articleRss(fullArticle(), { edition: { ...EDITION, house: HOUSE }, images, renditions })
    expect(texts(xml, 'guid')).toEqual(['urn:newsml:midad:7f3a2c10-0000-4000-8000-000000000002'])
    expect(texts(xml, 'pubDate')).toEqual(['Tue, 24 Nov 2026 08:00:00 +0000'])
    expect(texts(xml, 'category')).toEqual(['أخبار', 'العراق', 'بريطانيا'])
    expect(texts(xml, 'content:encoded')).toEqual([bodyHtml(fullArticle(), { images })])
    expect(texts(xml, 'copyright')).toEqual(['© مؤسسة المدى'])
  })
  it('has no item for what is not to be published', () => {
    for (const edition of [
      { draft: true },
      { embargoed: true },
      { action: 'kill' as const },
      { action: 'withdraw' as const },
    ]) {
      const xml = articleRss(smallArticle('a', 'عنوان'), { edition: { ...EDITION, ...edition }, images, renditions })
      expect(texts(xml, 'item')).toEqual([])
    }
  })
  it('links to its page where a site has told the address', () => {
    const page = 'https://example.org/ar/1'
    const xml = articleRss(smallArticle('a', 'عنوان'), { edition: { ...EDITION, page }, images, renditions })
    expect(texts(xml, 'link')).toEqual(['urn:newsml:midad:a', page])
    expect(xml).toContain('<guid isPermaLink="false">')
  })
  it('encloses its first picture with its length and its type', () => {
    const xml = articleRss(fullArticle(), { edition: EDITION, images: () => 'images/aaaaaaaaaaaa.jpg', renditions })
    expect(xml).toContain('<enclosure url="images/aaaaaaaaaaaa.jpg" length="7" type="image/jpeg"/>')
    expect(xml.match(/<enclosure/gu)).toHaveLength(1)
    expect(articleRss(fullArticle(), { edition: EDITION, images, renditions })).not.toContain('<enclosure')
  })
  it('says that an article was killed or withdrawn', () => {
    const said = (action: 'kill' | 'withdraw'): string[] =>
      texts(
        articleRss(smallArticle('a', 'عنوان'), { edition: { ...EDITION, action }, images, renditions }),
        'description',
      )
    expect(said('kill')).toEqual(['أُلغيت هذه المادة. لا تُنشر، ويُزال ما نُشر منها.'])
    expect(said('withdraw')).toEqual(['سُحبت هذه المادة. لا تُنشر حتى إشعار آخر.'])
  })
  it('is read back as it was written, whatever the headline', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (headline) => {
        const xml = articleRss(smallArticle('a', headline), { edition: EDITION, images, renditions })
        const title = withoutIsolates(xmlText(headline.trim()))
        expect(withoutIsolates(texts(xml, 'title').at(-1) ?? '')).toBe(title || (headline.trim() === '' ? 'a' : ''))
      }),
    )
  })
})

describe('rssDate', () => {
  it.each([
    ['2026-01-01T03:00:00+03:00', 'Thu, 01 Jan 2026 00:00:00 +0000'],
    ['2026-11-24T23:59:59.999Z', 'Tue, 24 Nov 2026 23:59:59 +0000'],
  ])('writes %s in UTC and in English', (iso, expected) => {
    expect(rssDate(iso)).toBe(expected)
  })
})
