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
  ])('that an article cannot hold is told: %s', (fields, example) => {
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
