import { parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import type { House } from '#core/export/edition.ts'
import { articleRss } from '#core/export/targets/rss/rss.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { ASSET, fullArticle } from '#tests/support/full-article.ts'

const original = { name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1, 2, 3) } as const

/** @returns what a reader of feeds takes from the feed of an article, by a library of others. */
function read(house: House, page?: string) {
  const article = fullArticle()
  const renditions = (hash: string) => (hash === ASSET.hash ? [original] : [])
  const images = (hash: string) => (hash === ASSET.hash ? 'images/aaaaaaaaaaaa.jpg' : null)
  const feed = parseRssFeed(articleRss(article, { edition: { ...EDITION, house, page }, renditions, images }))
  const [item, ...more] = feed.items ?? []
  expect(more).toEqual([])
  return { link: feed.link, item }
}

describe('a reader of feeds', () => {
  it('finds whole addresses below the site of the house', () => {
    const { link, item } = read(HOUSE)
    expect(link).toBe('https://example.org/ar')
    expect(item).toMatchObject({
      title: 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
      link: `https://example.org/ar/${encodeURIComponent('كاظمي-تراس')}`,
      guid: { value: 'urn:newsml:midad:7f3a2c10-0000-4000-8000-000000000002', isPermaLink: false },
      pubDate: 'Tue, 24 Nov 2026 08:00:00 +0000',
      enclosures: [{ url: 'https://example.org/ar/images/aaaaaaaaaaaa.jpg', length: 3, type: 'image/jpeg' }],
    })
    expect(item?.content?.encoded).toContain('<img src="https://example.org/ar/images/aaaaaaaaaaaa.jpg" alt="وزيران"')
  })

  it('finds the page that a site told, rather than one by the slug', () => {
    expect(read(HOUSE, 'https://example.org/ar/2026/11/1').item?.link).toBe('https://example.org/ar/2026/11/1')
  })

  it('finds no markup in the address of a site', () => {
    const { link, item } = read({ ...HOUSE, site: `https://example.org/"><script>alert(1)</script>` })
    const site = 'https://example.org/%22%3E%3Cscript%3Ealert(1)%3C/script%3E'
    const picture = `${site}/images/aaaaaaaaaaaa.jpg`
    expect([link, item?.link]).toEqual([site, `${site}/${encodeURIComponent('كاظمي-تراس')}`])
    expect(item?.enclosures?.map(({ url }) => url)).toEqual([picture])
    expect(item?.content?.encoded).toContain(`<img src="${picture}"`)
  })

  it.each(['', 'صحيفتنا', 'ftp://example.org', 'javascript:alert(1)'])(
    'finds no invented address with the site «%s»',
    (site) => {
      const { link, item } = read({ ...HOUSE, site })
      expect(link).toBe('urn:newsml:midad:7f3a2c10-0000-4000-8000-000000000002')
      expect(item).not.toHaveProperty('link')
      expect(item?.enclosures?.map(({ url }) => url)).toEqual(['images/aaaaaaaaaaaa.jpg'])
      expect(item?.content?.encoded).toContain('<img src="images/aaaaaaaaaaaa.jpg"')
    },
  )
})
