import { describe, expect, it } from 'vitest'
import { smallArticle } from '../../../../tests/support/articles.ts'
import { EDITION, HOUSE } from '../../../../tests/support/edition.ts'
import { NO_HOUSE, type Edition } from '../../edition.ts'
import { articleJsonLd } from './jsonld.ts'

const article = smallArticle('a', 'عنوان')
const embargoed = { ...article, metadata: { ...article.metadata, embargo: '2026-11-25T15:00:00+03:00' } }
const jsonLd = (edition: Partial<Edition> = {}, of = article) =>
  articleJsonLd(of, { edition: { ...EDITION, ...edition }, images: () => '', renditions: () => [] })

describe('the dates of an article for search engines', () => {
  it('are those of its first and of its last issue', () => {
    expect(jsonLd()).toMatchObject({
      datePublished: '2026-11-24T08:00:00.000Z',
      dateModified: '2026-11-24T08:00:00.000Z',
    })
    expect(jsonLd({ firstAt: '2026-11-20T10:00:00.000Z', version: 2 })).toMatchObject({
      datePublished: '2026-11-20T10:00:00.000Z',
      dateModified: '2026-11-24T08:00:00.000Z',
    })
  })
  it('are the end of its embargo, and none before it', () => {
    expect(jsonLd({ embargoed: true }, embargoed)).toMatchObject({
      datePublished: '2026-11-25T12:00:00.000Z',
      dateModified: '2026-11-25T12:00:00.000Z',
    })
  })
  it('are of no publication for a draft, and none for what was killed', () => {
    expect(jsonLd({ draft: true })).not.toHaveProperty('datePublished')
    expect(jsonLd({ draft: true })).toHaveProperty('dateModified', '2026-11-24T08:00:00.000Z')
    expect(jsonLd({ action: 'kill' })).not.toHaveProperty('dateModified')
  })
})

describe('the publisher of an article for search engines', () => {
  it('has a logo when the house has one', () => {
    expect(jsonLd({ house: HOUSE })['publisher']).toEqual({
      '@type': 'NewsMediaOrganization',
      name: 'صحيفة المدى',
      url: 'https://example.org/ar',
      logo: { '@type': 'ImageObject', url: 'https://example.org/logo.png' },
    })
    expect(jsonLd({ house: { ...HOUSE, logo: '', site: '' } })['publisher']).toEqual({
      '@type': 'NewsMediaOrganization',
      name: 'صحيفة المدى',
    })
    expect(jsonLd({ house: { ...HOUSE, logo: 'javascript:alert(1)' } })['publisher']).not.toHaveProperty('logo')
    const logo = 'https://example.org/شعار.png?v=2'
    expect(jsonLd({ house: { ...HOUSE, logo } })).toMatchObject({ publisher: { logo: { url: logo } } })
  })
})

describe('the page of an article for search engines', () => {
  const slugged = { ...article, metadata: { ...article.metadata, slug: ' كاظمي-تراس ' } }
  const bySlug = 'https://example.org/ar/%D9%83%D8%A7%D8%B8%D9%85%D9%8A-%D8%AA%D8%B1%D8%A7%D8%B3'

  it('is the one that a site told', () => {
    const page = 'https://example.org/ar/1'
    const told = jsonLd({ page, house: HOUSE }, slugged)
    expect(told).toMatchObject({ mainEntityOfPage: { '@type': 'WebPage', '@id': page }, url: page })
  })
  it('is else that of its slug below the site of the house', () => {
    expect(jsonLd({ house: HOUSE }, slugged)).toMatchObject({ mainEntityOfPage: { '@id': bySlug }, url: bySlug })
  })
  it.each([
    ['site', NO_HOUSE, slugged],
    ['slug', HOUSE, article],
  ])('has a name and no address without a %s', (_lacking, house, of) => {
    const named = jsonLd({ house }, of)
    expect(named['mainEntityOfPage']).toEqual({ '@type': 'WebPage', '@id': 'urn:newsml:midad:a#page' })
    expect(named).not.toHaveProperty('url')
  })
})
