import { describe, expect, it } from 'vitest'
import { FORMATS, type FormatId } from '#core/export/formats.ts'
import type { PackageFile } from '#core/export/package/bag.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { ASSET, fullArticle } from '#tests/support/full-article.ts'
import { docxErrors } from './docx.ts'
import { icmlErrors } from './icml.ts'
import { jsonLdErrors } from './jsonld.ts'
import { rssErrors } from './rss.ts'
import { wxrErrors } from './wxr.ts'

const original = { name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1) } as const
const source = {
  article: fullArticle(),
  edition: { ...EDITION, house: HOUSE },
  renditions: (hash: string) => (hash === ASSET.hash ? [original] : []),
  images: (hash: string) => (hash === ASSET.hash ? 'images/aaaaaaaaaaaa.jpg' : null),
}
/** WXR carries its pictures itself. */
const inside = { ...source, images: () => 'data:image/jpeg;base64,AQ==' }

function text(id: FormatId): string {
  const written = FORMATS[id].write(id === 'wxr' ? inside : source)
  if (written.kind !== 'text') throw new Error(`${id} is no text`)
  return written.text
}

function changed(id: FormatId, from: string | RegExp, to: string): string {
  const before = text(id)
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${id} has no ${String(from)}`)
  return after
}

describe('the judges of formats that have no schema', () => {
  it('accept what Midad writes for an article with everything in it', async () => {
    expect(rssErrors(text('rss'))).toEqual([])
    expect(wxrErrors(text('wxr'))).toEqual([])
    expect(icmlErrors(text('icml'))).toEqual([])
    expect(jsonLdErrors(text('jsonld'))).toEqual([])
    const docx = FORMATS.docx.write(source)
    expect(await docxErrors(docx.kind === 'zip' ? docx.parts : [])).toEqual([])
  })

  it.each([
    ['no description', /<description>[^<]*<\/description>/u, '', 'channel: no description'],
    ['a link that is none', /<link>[^<]*<\/link>/u, '<link>هنا</link>', 'channel: link هنا'],
    ['a date of another kind', /<pubDate>[^<]*/u, '<pubDate>2026-11-24', 'item: pubDate 2026-11-24'],
    [
      'a guid that claims to be an address',
      ' isPermaLink="false"',
      '',
      'item: a guid that is no address and says that it is one',
    ],
    ['a picture of unknown length', ' length="1"', ' length="0"', 'item: an enclosure of the length 0'],
    ['two titles', '<guid', '<title>ثانٍ</title><guid', 'item: title stands there twice'],
    ['another namespace', 'purl.org/rss', 'example.org/rss', 'item: content:encoded of another namespace'],
  ])('notice in RSS %s', (_name, from, to, error) => {
    expect(rssErrors(changed('rss', from, to))).toContain(error)
  })
  it('notice RSS that is malformed, or of another version', () => {
    expect(rssErrors(changed('rss', '</channel>', ''))).not.toEqual([])
    expect(rssErrors(changed('rss', 'version="2.0"', 'version="0.9"'))).toEqual(['rss: no rss of version 2.0'])
  })

  it.each([
    ['no version', /<wp:wxr_version>.*<\/wp:wxr_version>/u, '', 'wxr: no version 1.2'],
    ['a type that it does not know', '<wp:post_type>post', '<wp:post_type>story', 'item: wp:post_type is story'],
    [
      'a local date that is not the site’s',
      '<wp:post_date/>',
      '<wp:post_date>2026-11-24 08:00:00</wp:post_date>',
      'item: wp:post_date is 2026-11-24 08:00:00',
    ],
    [
      'a moment that MySQL does not read',
      / \d\d:\d\d:\d\d<\/wp:post_date_gmt>/u,
      '</wp:post_date_gmt>',
      'item: wp:post_date_gmt is 2026-11-24',
    ],
    [
      'a featured picture of the site’s own',
      '<wp:meta_key>midad_id<',
      '<wp:meta_key>_thumbnail_id<',
      'item: a featured picture by a foreign number',
    ],
    [
      'a picture on the desk’s own machine',
      'src="data:image/jpeg;base64,AQ=="',
      'src="images/a.jpg"',
      'item: a picture at images/a.jpg',
    ],
    [
      'a choice that is the site’s',
      '<wp:post_name>',
      '<wp:comment_status>closed</wp:comment_status><wp:post_name>',
      'item: wp:comment_status is the site’s',
    ],
    [
      'an author of whom it knows nothing',
      '<description/>',
      '<description/><dc:creator>سعاد</dc:creator>',
      'item: nobody is سعاد',
    ],
    ['text that would be one classic block', /&lt;!-- \/?wp:paragraph.*? --&gt;/u, '', 'item: text outside the blocks'],
    ['a post without words', /<content:encoded>.*?<\/content:encoded>/su, '', 'item: not one content:encoded'],
  ])('notice in WXR %s', (_name, from, to, error) => {
    expect(wxrErrors(changed('wxr', from, to))).toContain(error)
  })

  it.each([
    [
      'a style that is not there',
      'AppliedParagraphStyle="ParagraphStyle/Headline"',
      'AppliedParagraphStyle="ParagraphStyle/X"',
      'icml: AppliedParagraphStyle ParagraphStyle/X is not there',
    ],
    ['a lost sign', 'SnippetType="InCopyInterchange"', 'SnippetType="x"', 'icml: no sign by which InDesign knows it'],
    ['a table with a cell too few', /<Cell (?:(?!<Cell ).)*?<\/Cell>/su, '', 'icml: a table of 3 by 3 with 8 cells'],
  ])('notice in ICML %s', (_name, from, to, error) => {
    expect(icmlErrors(changed('icml', from, to))).toContain(error)
  })

  it('notice what JSON-LD lacks', () => {
    expect(jsonLdErrors(changed('jsonld', '"headline"', '"heading"'))).toEqual(['jsonld: NewsArticle without headline'])
    expect(jsonLdErrors(changed('jsonld', '"encodingFormat"', '"format"'))).toContain(
      'jsonld: ImageObject without encodingFormat',
    )
    expect(jsonLdErrors('[]')).toEqual(['jsonld: no object'])
  })
  it.each([
    ['no time of publication', /\n  "datePublished"/u, '\n  "published"', 'jsonld: datePublished'],
    ['a time without a zone', /("datePublished": "[^"Z]*)Z/u, '$1', 'jsonld: datePublished'],
    [
      'a change before the publication',
      /("dateModified": ")2026/u,
      '$12025',
      'jsonld: changed before it was published',
    ],
    ['no page', '"mainEntityOfPage"', '"page"', 'jsonld: NewsArticle without mainEntityOfPage'],
    ['a picture that is too small', '"width": 800', '"width": 80', 'jsonld: a picture of 48000 pixels'],
    ['a logo without an address on the web', 'https://example.org/logo.png', 'logo.png', 'jsonld: logo logo.png'],
  ])('notice in JSON-LD what Google does: %s', (_name, from, to, error) => {
    expect(jsonLdErrors(changed('jsonld', from, to))).toContain(error)
  })

  it('notice dangling references in a Word document, and what mammoth does not read', async () => {
    const written = FORMATS.docx.write(source)
    const parts = written.kind === 'zip' ? written.parts : []
    const withChange = (path: string, change: (xml: string) => string): PackageFile[] =>
      parts.map((part) =>
        part.path === path
          ? { ...part, bytes: new TextEncoder().encode(change(new TextDecoder().decode(part.bytes))) }
          : part,
      )
    const document = 'word/document.xml'
    expect(await docxErrors(withChange(document, (xml) => xml.replace('"Title"', '"Lost"')))).toEqual([
      'docx: style Lost is not there',
    ])
    expect(await docxErrors(withChange(document, (xml) => xml.replace('r:embed="', 'r:embed="x')))).toEqual([
      expect.stringMatching(/^docx: relation xr\d+ is not there$/u),
    ])
    expect(await docxErrors(parts.filter(({ path }) => path !== 'word/footer.xml'))).toEqual([
      'docx: part word/footer.xml is not there',
      'docx: part word/footer.xml is not there',
    ])
    // Word knows this wrapper, mammoth does not: the words in it would be lost to mammoth's users.
    const hidden = withChange(document, (xml) =>
      xml.replace(/<w:r><w:rPr><w:rtl\/><\/w:rPr><w:t[^>]*>الكاظمي بحث.*?<\/w:r>/u, '<w:dir w:val="rtl">$&</w:dir>'),
    )
    expect(await docxErrors(hidden)).toEqual([
      'docx: mammoth does not read الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
    ])
  })
})
