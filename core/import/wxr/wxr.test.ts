import { describe, expect, it } from 'vitest'
import { counter } from '#tests/support/articles.ts'
import { importWxr } from './wxr.ts'

function imported(fields: string) {
  const item = `<item><title>خبر</title><content:encoded><![CDATA[<p>نص</p>]]></content:encoded><wp:post_type>post</wp:post_type>${fields}</item>`
  const rss = `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${item}</channel></rss>`
  const [read] = importWxr(rss, () => ({ id: 'a', newId: counter('b') }))
  return { embargo: read?.article.metadata.embargo, losses: read?.losses }
}

describe('the state of a post in WordPress', () => {
  it('that is to appear later is an embargo, by the moment in UTC', () => {
    expect(
      imported(
        '<wp:status>future</wp:status><wp:post_date>2027-01-05 09:30:00</wp:post_date><wp:post_date_gmt>2027-01-05 06:30:00</wp:post_date_gmt>',
      ),
    ).toEqual({ embargo: '2027-01-05T06:30:00Z', losses: [] })
  })

  it.each([
    ['<wp:status>private</wp:status>', 'status: private'],
    ['<wp:status>trash</wp:status>', 'status: trash'],
    ['<wp:status>publish</wp:status><wp:post_password>sesam</wp:post_password>', 'post_password'],
    [
      '<wp:status>future</wp:status><wp:post_date>2027-01-05 09:30:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>',
      'status: future 2027-01-05 09:30:00',
    ],
  ])('that an article cannot hold is reported: %s', (fields, example) => {
    expect(imported(fields)).toEqual({ embargo: null, losses: [{ code: 'fields', count: 1, examples: [example] }] })
  })

  it('that is out, or a draft, is nothing to tell', () => {
    for (const status of ['publish', 'draft', 'pending']) {
      expect(
        imported(`<wp:status>${status}</wp:status><wp:post_date_gmt>2026-01-05 06:30:00</wp:post_date_gmt>`),
      ).toEqual({ embargo: null, losses: [] })
    }
  })
})

describe('what WordPress keeps beside its posts', () => {
  it('is reported: fields with what they say, pictures that no post shows, and what plugins made', () => {
    const item = (type: string, title: string, more = ''): string =>
      `<item><title>${title}</title><wp:post_type>${type}</wp:post_type>${more}</item>`
    const encoded = (words: string): string => `<content:encoded><![CDATA[${words}]]></content:encoded>`
    const meta = `<wp:postmeta><wp:meta_key>source</wp:meta_key><wp:meta_value>رويترز</wp:meta_value></wp:postmeta>`
    const [post] = importWxr(
      `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>${[
        item('post', 'العنوان', encoded('<p>نص</p>') + meta),
        item(
          'attachment',
          'IMG',
          `${encoded('وصف الصورة')}<wp:attachment_url>https://x.example/b.jpg</wp:attachment_url>`,
        ),
        item('event', 'ندوة الأحد', encoded('في القاعة')),
        item('nav_menu_item', 'الرئيسة'),
      ].join('')}</channel></rss>`,
      () => ({ id: 'a', newId: counter('w') }),
    )
    expect(post?.losses).toEqual([
      { code: 'other-items', count: 1, examples: ['ندوة الأحد: في القاعة'] },
      { code: 'other-text', count: 1, examples: ['وصف الصورة'] },
      { code: 'remote-picture', count: 1, examples: ['https://x.example/b.jpg'] },
      { code: 'fields', count: 1, examples: ['source: رويترز'] },
    ])
  })
})
