import { describe, expect, it } from 'vitest'
import type { Article } from '../../../article/article.ts'
import {
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
import { blockNames } from '../../../article/block-names.ts'
import { articleHtml, bodyHtml } from './html.ts'
import { PAGE_STYLE } from './style.ts'

let count = 0
const id = (): string => `b${(count += 1)}`
const none = { images: () => null }
const hash = 'a'.repeat(64)
const asset = { hash, mediaType: 'image/png', width: 4, height: 3, size: 9, name: 'a.png' } as const

function article(...body: Article['document']): Article {
  count = 0
  return newArticle('a', id, [head('headline', () => 'h', 'العنوان'), ...body])
}

describe('bodyHtml', () => {
  it('says the direction and language of every block', () => {
    const english = { ...paragraph(() => 'e', 'In English.'), dir: 'ltr' as const }
    expect(
      bodyHtml(
        article(
          paragraph(() => 'p', 'نص.'),
          english,
        ),
        none,
      ),
    ).toBe('<p id="b-p" dir="rtl" lang="ar">نص.</p>\n<p id="b-e" dir="ltr" lang="und">In English.</p>')
  })
  const bare = (html: string): string => html.replaceAll(/ (?:id|dir|lang|rel)="[^"]*"/gu, '').replaceAll('\n', '')
  it('isolates what a right-to-left line would take apart, and leaves a left-to-right one', () => {
    const body = article(paragraph(id, 'هاتف +964 770، ولغة C++'), { ...paragraph(id, 'C++ 3-1'), dir: 'ltr' })
    expect(bare(bodyHtml(body, none))).toBe('<p>هاتف <bdi>+964 770</bdi>، ولغة <bdi>C++</bdi></p><p>C++ 3-1</p>')
  })
  it('writes items with depths as lists within lists', () => {
    const items = list(id, false, ['أول', 'فرعي', 'أعمق', 'ثانٍ'])
    const [first, second, third, last] = items.children
    if (first === undefined || second === undefined || third === undefined || last === undefined) throw new Error()
    const nested = {
      ...items,
      children: [first, { ...second, depth: 1, ordered: true }, { ...third, depth: 2 }, last],
    }
    expect(bare(bodyHtml(article(nested), none))).toBe(
      '<ul><li>أول<ol><li>فرعي<ul><li>أعمق</li></ul></li></ol></li><li>ثانٍ</li></ul>',
    )
  })
  it('writes a table with its headers, and nothing for an empty one', () => {
    const body = article(
      table(id, [
        ['البلد', 'العدد'],
        ['العراق', ''],
      ]),
      table(id, [['', '']]),
    )
    expect(bare(bodyHtml(body, none))).toBe(
      '<table><thead><tr><th scope="col">البلد</th><th scope="col">العدد</th></tr></thead>' +
        '<tbody><tr><td>العراق</td><td></td></tr></tbody></table>',
    )
  })
  it('writes links of embeds and related pieces, and leaves out what has no address', () => {
    const body = article(
      embed(id, 'https://example.org/post', 'منشور'),
      embed(id),
      related(id, [
        { title: 'مادة', url: 'https://example.org/1' },
        { title: '', url: '' },
      ]),
    )
    expect(bare(bodyHtml(body, none))).toBe(
      '<figure class="embed"><p><a href="https://example.org/post"><bdi>https://example.org/post</bdi></a></p>' +
        '<figcaption><p>منشور</p></figcaption></figure>' +
        '<aside class="related"><ul><li><a href="https://example.org/1">مادة</a></li></ul></aside>',
    )
  })
  it('writes what stands beside the text', () => {
    const body = article(
      pullquote(id, 'جملة'),
      factbox(id, 'بالأرقام', ['سطر']),
      separator(id),
      gallery(id, [figure(id, { caption: 'أولى' })]),
    )
    expect(bare(bodyHtml(body, none))).toBe(
      '<aside class="pullquote"><p>جملة</p></aside>' +
        '<aside class="factbox"><h3 class="factbox-title">بالأرقام</h3><p>سطر</p></aside><hr>' +
        '<div class="gallery"><figure><figcaption><p class="caption">أولى</p></figcaption></figure></div>',
    )
  })
  it('knows every block', () => {
    const body = article(
      subhead(() => 's', 'فرعي'),
      subhead(() => 't', 'أصغر', 3),
      { ...quote(id, 'لن نتراجع', 'المتحدث') },
      list(id, true, ['أول']),
    )
    expect(bodyHtml(body, none).replaceAll(/ (?:id|dir|lang)="[^"]*"/gu, '')).toBe(
      [
        '<h2>فرعي</h2>',
        '<h3>أصغر</h3>',
        '<blockquote>\n<p>لن نتراجع</p>\n<p class="attribution">المتحدث</p>\n</blockquote>',
        '<ol>\n<li>أول</li>\n</ol>',
      ].join('\n'),
    )
  })
  it('marks words, isolates what runs left to right, and links', () => {
    const line = {
      ...paragraph(() => 'p'),
      children: [
        { text: 'قال ', bold: true as const },
        { type: 'ltr' as const, children: [{ text: '+964' }] },
        { type: 'link' as const, url: 'https://example.org/?a=1&b=2', children: [{ text: 'هنا' }] },
        { text: 'سطر\nآخر' },
      ],
    }
    expect(bodyHtml(article(line), none)).toBe(
      '<p id="b-p" dir="rtl" lang="ar"><strong>قال </strong><bdi dir="ltr">+964</bdi>' +
        '<a href="https://example.org/?a=1&#x26;b=2" rel="noopener noreferrer">هنا</a>سطر<br>\nآخر</p>',
    )
  })
  it('puts a picture where it is said to lie, and keeps the words of one that is not there', () => {
    const picture = figure(id, { asset, alt: 'وصف "دقيق"', caption: 'تعليق', credit: 'رويترز' })
    expect(bodyHtml(article(picture), { images: () => 'images/a.png' })).toContain(
      '<img src="images/a.png" alt="وصف &#x22;دقيق&#x22;" width="4" height="3">',
    )
    const without = bodyHtml(article(picture), none)
    expect(without).not.toContain('<img')
    expect(without).toContain('class="credit">رويترز</p>')
    expect(bodyHtml(article(figure(id)), none)).toBe('')
  })
  it('never carries what could run or reach out, whatever the text says', () => {
    const hostile = article(
      paragraph(() => 'x" onclick="x()', '<script>alert(1)</script><img src=x onerror=x()>'),
      figure(id, { asset, alt: '"><script>', caption: 'ت' }),
    )
    for (const url of ['javascript:alert(1)', 'https://evil.example/a.png', '//evil.example/a.png']) {
      const html = bodyHtml(hostile, { images: () => url })
      expect(html).not.toMatch(/src="(?:javascript|https|\/\/)/u)
      // What stands in quotation marks is a value, whatever it looks like.
      expect(html.replaceAll(/"[^"]*"/gu, '""')).not.toMatch(/<script|<[^>]* on\w+=/u)
    }
  })
  it('leaves out what this version does not know', () => {
    const unknown = {
      type: 'unknown',
      id: 'u',
      dir: 'rtl',
      original: { type: 'poll' },
      children: [{ text: '' }],
    } as const
    expect(bodyHtml(article({ ...unknown, children: [{ text: '' }] }), none)).toBe('')
  })
})

describe('the style of the page', () => {
  it('has a rule for the class of each block; a caption looks like its figcaption', () => {
    const plain = blockNames().flatMap(([, { className }]) =>
      className === undefined || new RegExp(`\\.${className}[ ,]`, 'u').test(PAGE_STYLE) ? [] : [className],
    )
    expect(plain).toEqual(['caption'])
  })
})

describe('articleHtml', () => {
  it('is one right-to-left document without scripts', () => {
    const html = articleHtml(article(paragraph(() => 'p', 'نص.')), none)
    expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/u)
    expect(html).toContain('<title>العنوان</title>')
    expect(html).toContain('<h1 id="b-h" dir="rtl" lang="ar">العنوان</h1>')
    expect(html).not.toContain('<script')
  })
})
