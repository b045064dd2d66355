import { describe, expect, it } from 'vitest'
import { EDITION } from '../../../../tests/support/edition.ts'
import { fullArticle } from '../../../../tests/support/full-article.ts'
import { articleNinjs } from './ninjs.ts'

const renditions = () =>
  [
    { name: 'original', width: 2000, height: 1500, bytes: new Uint8Array(9) },
    { name: '1600', width: 1600, height: 1200, bytes: new Uint8Array(5) },
  ] as const
const text = JSON.stringify(articleNinjs(fullArticle(), { edition: EDITION, renditions }))

describe('articleNinjs', () => {
  it('has the headline as its title, and the title for search engines among its headlines', () => {
    const ninjs = articleNinjs(fullArticle(), { edition: EDITION, renditions })
    expect(ninjs['title']).toBe('الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة')
    expect(ninjs['headlines']).toEqual([
      {
        role: 'main',
        contentType: 'text/plain',
        value: 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
      },
      { role: 'seo', contentType: 'text/plain', value: 'عنوان' },
    ])
    const killed = articleNinjs(fullArticle(), { edition: { ...EDITION, action: 'kill' }, renditions })
    expect(JSON.stringify(killed['headlines'])).not.toContain('seo')
  })
  it('gives the file of every picture that its text names', () => {
    const named = Array.from(text.matchAll(/src=\\"(cid:[^"\\]+)/gu), ([, cid]) => cid)
    const files = Array.from(text.matchAll(/"href":"(cid:[^"]+)"/gu), ([, cid]) => cid)
    expect(named).toEqual(['cid:aaaaaaaaaaaa.jpg@images'])
    expect(files).toEqual(['cid:aaaaaaaaaaaa.jpg@images', 'cid:aaaaaaaaaaaa-1600.jpg@images'])
  })
})
