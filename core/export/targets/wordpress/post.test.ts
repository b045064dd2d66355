import { describe, expect, it } from 'vitest'
import { counter } from '../../../../tests/support/articles.ts'
import {
  correction,
  embed,
  factbox,
  figure,
  gallery,
  head,
  list,
  newArticle,
  paragraph,
  pullquote,
  quote,
  related,
  separator,
  subhead,
  table,
} from '../../../article/factories.ts'
import { fillPlaces } from './media.ts'
import { wordpressPost } from './post.ts'

const asset = (letter: string) => ({
  ...({ hash: letter.repeat(64), mediaType: 'image/png', width: 4, height: 3, size: 9, name: 'صورة.png' } as const),
})
const id = counter()
const content = (...blocks: Parameters<typeof newArticle>[2] & {}): string =>
  wordpressPost(newArticle('a', id, [head('headline', id, 'ع'), ...blocks]), {}).content

describe('a post for WordPress', () => {
  it('puts no link into the link of an embed, whose caption keeps its words', () => {
    const card = embed(id, 'https://example.org/post')
    const words = [
      { text: 'منشور ' },
      { type: 'link' as const, url: 'https://example.org/other', children: [{ text: 'الوزارة' }] },
    ]
    const [caption] = card.children
    expect(content({ ...card, children: [{ ...caption, children: words }] })).toContain(
      '<a href="https://example.org/post"><span dir="rtl" lang="ar">منشور الوزارة</span></a>',
    )
  })
  it('has each sort of block as WordPress’ own code writes it', () => {
    expect(content({ ...paragraph(id, 'English'), dir: 'ltr' })).toBe(
      '<!-- wp:paragraph {"direction":"ltr","className":"midad-a"} -->\n<p dir="ltr" class="midad-a"><span dir="ltr" lang="und">English</span></p>\n<!-- /wp:paragraph -->',
    )
    expect(content(subhead(id, 'عنوان', 3))).toBe(
      '<!-- wp:heading {"textAlign":"right","level":3,"className":"midad-a"} -->\n<h3 class="has-text-align-right midad-a"><span dir="rtl" lang="ar">عنوان</span></h3>\n<!-- /wp:heading -->',
    )
    expect(content(pullquote(id, 'قول'))).toContain(
      '<figure class="wp-block-pullquote midad-a"><blockquote><p><span dir="rtl" lang="ar">قول</span></p></blockquote></figure>',
    )
    expect(content(quote(id, 'قال', 'فلان'))).toContain('<cite><span dir="rtl" lang="ar">فلان</span></cite></blockquote>')
    expect(content(separator(id))).toContain('<hr class="wp-block-separator has-alpha-channel-opacity midad-a"/>')
    expect(content(list(id, true, ['أ', 'ب']))).toMatch(
      /^<!-- wp:list \{"ordered":true,"className":"midad-a"\} -->\n<ol class="midad-a"><!-- wp:list-item -->/u,
    )
    expect(
      content(
        table(id, [
          ['البلد', 'العدد'],
          ['العراق', '3-1'],
        ]),
      ),
    ).toContain('<td><span dir="rtl" lang="ar"><span dir="ltr">3-1</span></span></td>')
    expect(content(factbox(id, 'خلفية', ['نص']))).toContain(
      '<div class="wp-block-group midad-factbox midad-a"><!-- wp:heading',
    )
    expect(content(embed(id, 'https://example.org/p', 'منشور'))).toContain(
      '<a href="https://example.org/p"><span dir="rtl" lang="ar">منشور</span></a>',
    )
    expect(content(related(id, [{ title: '', url: 'https://example.org/r' }]))).toContain(
      '<a href="https://example.org/r"><span dir="ltr">https://example.org/r</span></a>',
    )
  })

  it('has the places of its pictures filled once they are there, and no text passes for a place', () => {
    const one = figure(id, {
      asset: asset('a'),
      alt: 'أ "ب" <ج>',
      caption: `خدعة \uE0FEid:${'b'.repeat(64)}\uE0FF`,
      credit: 'رويترز',
    })
    const post = wordpressPost(
      newArticle('a', id, [head('headline', id, 'ع'), gallery(id, [one, figure(id, { asset: asset('c') })])]),
      {},
    )
    expect(post.media.map(({ fileName, alt }) => [fileName, alt])).toEqual([
      ['midad-a-aaaaaaaaaaaa.png', 'أ "ب" <ج>'],
      ['midad-a-cccccccccccc.png', ''],
    ])
    const filled = fillPlaces(
      post.content,
      new Map([
        ['a'.repeat(64), { id: 7, url: 'https://x/a.png?b=1&c=2' }],
        ['c'.repeat(64), { id: 8, url: 'https://x/c.png' }],
      ]),
    )
    expect(filled).toContain('<!-- wp:image {"id":7,"sizeSlug":"full","linkDestination":"none"} -->')
    expect(filled).toContain(
      '<img src="https://x/a.png?b=1&amp;c=2" alt="أ &quot;ب&quot; &lt;ج&gt;" class="wp-image-7"/>',
    )
    expect(filled).toContain('خدعة id:bbbb')
    expect(filled).not.toMatch(/[\uE0FE\uE0FF]/u)
    expect(() => fillPlaces(post.content, new Map())).toThrow('has not been sent')
  })

  it('takes its fields from the article, and its category from the house’s table', () => {
    const article = newArticle('A-1', id, [
      head('headline', id, ' عنوان '),
      head('deck', id, 'مقدمة'),
      paragraph(id, 'نص'),
    ])
    const metadata = {
      ...article.metadata,
      section: 'سياسة',
      keywords: ['أ', ' أ', ''],
      embargo: '2026-11-24T12:00:00+03:00',
    }
    expect(wordpressPost({ ...article, metadata }, { سياسة: 'الشأن السياسي' })).toMatchObject({
      ...{ mark: 'midad-a1', title: 'عنوان', slug: 'عنوان', excerpt: 'مقدمة', category: 'الشأن السياسي', tags: ['أ'] },
      ...{ featured: null, embargo: '2026-11-24T09:00:00.000Z', media: [] },
    })
  })

  it('writes the date of a correction in the digits of the house', () => {
    const article = newArticle('a', id, [head('headline', id, 'ع'), correction(id, 'الصحيح كذا.', '2026-11-24')])
    expect(wordpressPost(article, {}).content).toContain('تصحيح (24 تشرين الثاني/نوفمبر 2026): ')
    expect(wordpressPost(article, {}, 'arab').content).toContain('تصحيح (٢٤ تشرين الثاني/نوفمبر ٢٠٢٦): ')
  })
})
