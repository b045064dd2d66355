import { describe, expect, it } from 'vitest'
import { counter } from '../../../../tests/support/articles.ts'
import { EDITION } from '../../../../tests/support/edition.ts'
import { ASSET } from '../../../../tests/support/full-article.ts'
import type { Block } from '../../../article/block.ts'
import { figure, gallery, head, newArticle, paragraph } from '../../../article/factories.ts'
import { fillGhostPlaces, ghostPost } from './post.ts'

const id = counter()
const post = (...blocks: Block[]) =>
  ghostPost(newArticle('a1', id, [head('headline', id, 'عنوان'), ...blocks]), { sections: {} }, EDITION)
const OTHER = { ...ASSET, hash: 'b'.repeat(64) }
const pictures = (html: string): string[] => Array.from(html.matchAll(/src="([^"]+)"/gu), ([, src = '']) => src)

describe('ghostPost', () => {
  it('has no wrapper around its blocks, each of which says its direction and language', () => {
    expect(post({ ...paragraph(id, 'نص'), id: 'p1' }, { ...paragraph(id, 'English'), id: 'p2', dir: 'ltr' }).html).toBe(
      '<p id="b-p1" dir="rtl" lang="ar">نص</p>\n<p id="b-p2" dir="ltr" lang="und">English</p>',
    )
  })
  it('shows the first picture once: above the text, with its caption and credit', () => {
    const first = figure(id, { asset: ASSET, alt: 'وزيران', caption: 'الوزيران', credit: 'رويترز' })
    const { html, featured } = post(
      paragraph(id, 'نص'),
      first,
      figure(id, { asset: OTHER }),
      figure(id, { asset: ASSET }),
    )
    expect(featured).toMatchObject({ hash: ASSET.hash, alt: 'وزيران' })
    expect(pictures(html)).toEqual(['cid:bbbbbbbbbbbb.jpg@images', 'cid:aaaaaaaaaaaa.jpg@images'])
    expect(html).not.toContain('رويترز')
  })
  it('takes it out of a gallery too', () => {
    const both = gallery(id, [figure(id, { asset: ASSET }), figure(id, { asset: OTHER })])
    expect(pictures(post(both).html)).toEqual(['cid:bbbbbbbbbbbb.jpg@images'])
    expect(post(gallery(id, [figure(id, { asset: ASSET })])).html).toBe('')
  })
  it('keeps every picture in an article without a featured one', () => {
    expect(post(figure(id, { caption: 'بلا صورة' })).html).toContain('بلا صورة')
  })
})

describe('fillGhostPlaces', () => {
  it('writes the very address of a picture', () => {
    const [first, second] = [figure(id, { asset: ASSET }), figure(id, { asset: OTHER })]
    const sent = post(paragraph(id, 'نص'), first, second)
    const urls = { [ASSET.hash]: 'https://x.example/1.jpg', [OTHER.hash]: "https://x.example/$&$'.jpg?a=1&b=2" }
    expect(pictures(fillGhostPlaces(sent, urls))).toEqual(['https://x.example/$&amp;$&#039;.jpg?a=1&amp;b=2'])
  })
})
