import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { smallArticle } from '../../../../tests/support/articles.ts'
import { EDITION } from '../../../../tests/support/edition.ts'
import { fullArticle } from '../../../../tests/support/full-article.ts'
import type { Edition } from '../../edition.ts'
import { articleWxr } from './wxr.ts'

const images = (hash: string): string => `images/${hash.slice(0, 12)}.jpg`
const wxr = (article = fullArticle(), edition: Partial<Edition> = {}): string =>
  articleWxr(article, { edition: { ...EDITION, ...edition }, images })
const texts = (xml: string, name: string): string[] =>
  Array.from(
    new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName(name),
    (each) => each.textContent ?? '',
  )

describe('articleWxr', () => {
  it('is a post with its picture', () => {
    const xml = wxr()
    expect(texts(xml, 'wp:wxr_version')).toEqual(['1.2'])
    expect(texts(xml, 'wp:post_type')).toEqual(['post', 'attachment'])
    expect(texts(xml, 'wp:post_parent')).toEqual(['0', '1'])
    expect(texts(xml, 'wp:attachment_url')).toEqual(['images/aaaaaaaaaaaa.jpg'])
    expect(texts(xml, 'wp:meta_key')).toEqual([
      '_thumbnail_id',
      'midad_id',
      'midad_version',
      '_wp_attachment_image_alt',
    ])
    expect(texts(xml, 'wp:meta_value')[0]).toBe('2')
    expect(texts(xml, 'wp:post_name')[0]).toBe('كاظمي-تراس')
    expect(texts(xml, 'content:encoded')[0]).toContain('<img src="images/aaaaaaaaaaaa.jpg" alt="وزيران"')
  })
  it.each([
    [{}, 'publish', '2026-11-24 08:00:00'],
    [{ embargoed: true }, 'future', '2026-11-24 09:00:00'],
    [{ draft: true, embargoed: true }, 'draft', '2026-11-24 09:00:00'],
    [{ action: 'withdraw' as const }, 'draft', '2026-11-24 08:00:00'],
    [{ action: 'kill' as const }, 'trash', '2026-11-24 08:00:00'],
  ])('plans, keeps back or bins: %o', (edition, status, date) => {
    const xml = wxr(fullArticle(), edition)
    expect(texts(xml, 'wp:status')[0]).toBe(status)
    expect(texts(xml, 'wp:post_date_gmt')[0]).toBe(date)
  })
  it('carries no word of what is killed', () => {
    expect(wxr(smallArticle('a', 'عنوان', 'نص سري'), { action: 'kill' })).not.toContain('نص سري')
  })
})
