import { DOMParser, type Element } from '@xmldom/xmldom'
import { toHtml } from 'hast-util-to-html'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toHast } from 'mdast-util-to-hast'
import { gfmTable } from 'micromark-extension-gfm-table'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import type { Article } from '#core/article/article.ts'
import { head, newArticle } from '#core/article/factories.ts'
import { isFields } from '#core/article/json.ts'
import { addressesBeside, FORMATS, type FormatId } from '#core/export/formats.ts'
import { encode } from '#core/export/fields/encode.ts'
import { lineOf } from '#core/export/fields/plain-words.ts'
import type { Fields, Sort } from '#core/export/fields/sorts.ts'
import { DOCX_PICTURE, DOCX_PROPERTIES } from '#core/export/targets/docx/fields.ts'
import { GHOST_FIELDS } from '#core/export/targets/ghost/fields.ts'
import { ghostPost } from '#core/export/targets/ghost/post.ts'
import { HTML_FIELDS } from '#core/export/targets/html/fields.ts'
import { ICML_FIELDS } from '#core/export/targets/icml/fields.ts'
import { JSONLD_FIELDS } from '#core/export/targets/jsonld/fields.ts'
import { MARKDOWN_FIELDS } from '#core/export/targets/markdown/fields.ts'
import { NEWSML_FIELDS } from '#core/export/targets/newsml-g2/fields.ts'
import { NINJS_FIELDS } from '#core/export/targets/ninjs/fields.ts'
import { printProperties } from '#core/export/targets/print/properties.ts'
import { RSS_CHANNEL, RSS_ITEM } from '#core/export/targets/rss/fields.ts'
import { WORDPRESS_FIELDS } from '#core/export/targets/wordpress/fields.ts'
import { wordpressPost } from '#core/export/targets/wordpress/post.ts'
import { WXR_AUTHOR, WXR_ITEM } from '#core/export/targets/wxr/fields.ts'
import { withoutIsolates } from '#core/text/read-isolates.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { BIDI_HEADLINE, HTML_WORDS, REWRITTEN, SIGNS } from '#tests/support/hostile-words.ts'
import { ROWS } from './formats.ts'
import { probeArticle, PROBES, type Probe } from './probes.ts'
import { lostIn } from './table.ts'

const WORDS = [SIGNS, ...Object.values(HTML_WORDS), REWRITTEN, BIDI_HEADLINE]

/** The elements and attributes of a page, and the text of each element. */
type Page = { texts: string[]; elements: string[]; attributes: string[] }

function readHtml(html: string): Page {
  const page: Page = { texts: [], elements: [], attributes: [] }
  const read = (node: DefaultTreeAdapterTypes.Node): string => {
    if (node.nodeName === '#text' && 'value' in node) return node.value
    const text = 'childNodes' in node ? node.childNodes.map(read).join('') : ''
    page.texts.push(text)
    if ('attrs' in node) {
      page.elements.push(node.tagName)
      for (const { name, value } of node.attrs) {
        page.attributes.push(name)
        page.texts.push(value)
      }
    }
    return text
  }
  read(parse(html))
  return page
}

/** @returns the words that a receiver shows of an HTML field. */
const shownIn = (html: string): string => readHtml(html).texts.at(-1) ?? ''

/** How a receiver reads a field of each sort. */
const READERS: Readonly<Record<Exclude<Sort, 'url' | 'code'>, (encoded: string) => string>> = {
  text: (encoded) => encoded,
  name: (encoded) => encoded,
  html: shownIn,
  wordpress: shownIn,
  wordpressName: shownIn,
}

const TABLES: Readonly<Record<string, Fields>> = {
  ...{ HTML_FIELDS, MARKDOWN_FIELDS, DOCX_PROPERTIES, DOCX_PICTURE, ICML_FIELDS, JSONLD_FIELDS, NINJS_FIELDS },
  ...{ NEWSML_FIELDS, RSS_CHANNEL, RSS_ITEM, WXR_ITEM, WXR_AUTHOR, WORDPRESS_FIELDS, GHOST_FIELDS },
}

describe.each(Object.entries(TABLES))('the fields of %s', (_name, fields) => {
  it.each(Object.entries(fields).filter(([, sort]) => sort !== 'url' && sort !== 'code'))(
    'hold the very words: %s, which is %s',
    (_field, sort) => {
      for (const words of WORDS) {
        const given = sort === 'name' || sort === 'wordpressName' ? words : lineOf(words, 'rtl')
        const read = READERS[sort as keyof typeof READERS](encode(sort, given))
        expect(withoutIsolates(read)).toBe(words)
      }
    },
  )
})

/** The places whose words no format may change. Slugs, codes and addresses are not words. */
const PLACES = (Object.keys(PROBES) as Probe[]).filter((probe) => /^kw\w+$/u.test(PROBES[probe]) && probe !== 'slug')
const wordsAt = (probe: Probe): string => `${PROBES[probe]} ${SIGNS} ${HTML_WORDS['headline']}`

/** @returns the article of the table of formats, with hostile words after the word of each place. */
function hostileArticle(): Article {
  const probes = new Map<string, string>(PLACES.map((probe) => [PROBES[probe], wordsAt(probe)]))
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return probes.get(value) ?? value
    if (Array.isArray(value)) return value.map(changed)
    return isFields(value) ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, changed(own)])) : value
  }
  return changed(probeArticle()) as Article
}

function readXml(xml: string): string[] {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement
  const read = (element: Element): string[] => [
    element.textContent ?? '',
    ...Array.from(element.attributes, ({ value }) => value),
    ...Array.from(element.childNodes).flatMap((node) => (node.nodeType === 1 ? read(node as Element) : [])),
  ]
  return root === null ? [] : read(root)
}

function readJson(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(readJson) : []
}

function readMarkdown(markdown: string): string[] {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(markdown) ?? []
  const tree = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const page = toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true })
  return [...readJson(parseYaml(yaml)), ...readHtml(page).texts]
}

/** @returns the texts of HTML among others: what a receiver of HTML makes of each. */
const alsoAsHtml = (texts: readonly string[]): string[] => texts.flatMap((text) => readHtml(text).texts)

/** How a file of each format is read by a parser of that format. */
const FILE_READERS: Readonly<Record<FormatId, (text: string) => string[]>> = {
  html: (text) => readHtml(text).texts,
  pdf: (text) => readHtml(text).texts,
  docx: readXml,
  icml: readXml,
  markdown: readMarkdown,
  text: (text) => text.split('\n'),
  'newsml-g2': readXml,
  ninjs: (text) => {
    const texts = readJson(JSON.parse(text))
    return [...texts, ...alsoAsHtml(texts.filter((each) => /^<\w/u.test(each)))]
  },
  jsonld: (text) => readJson(JSON.parse(text)),
  wxr: (text) => alsoAsHtml(readXml(text)),
  rss: (text) => {
    const texts = readXml(text)
    return [...texts, ...alsoAsHtml(texts)]
  },
}

const article = hostileArticle()
const renditions = () => [{ name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1) }] as const
const source = {
  article,
  edition: { ...EDITION, house: HOUSE },
  renditions,
  images: addressesBeside(article, renditions),
}

function textsOf(id: FormatId): string[] {
  // WXR carries its pictures itself.
  const images = id === 'wxr' ? () => 'data:image/jpeg;base64,AQ==' : source.images
  const written = FORMATS[id].write({ ...source, images })
  if (written.kind === 'text') return [written.text]
  if (written.kind === 'print') return [written.html]
  return written.parts
    .filter(({ path }) => /\.(?:xml|rels)$/u.test(path))
    .map(({ bytes }) => new TextDecoder().decode(bytes))
}

/** Word sets marks around an isolated run. */
const plain = (text: string): string => withoutIsolates(text).replaceAll('\u200E', '')

describe.each(ROWS)('a file of $name', (row) => {
  it('says the very words in every field that it has', () => {
    const lost = new Set(lostIn(row))
    const properties = row.id === 'pdf' ? printProperties(article, EDITION) : {}
    const read = [...textsOf(row.id).flatMap(FILE_READERS[row.id]), ...readJson(properties)].map(plain)
    const missing = PLACES.filter((probe) => !lost.has(probe) && !read.some((text) => text.includes(wordsAt(probe))))
    expect(missing).toEqual([])
  })
})

/** What is no element of ours. */
function strangersIn(html: string): string[] {
  const { elements, attributes } = readHtml(html)
  const scripts = attributes.filter((name) => name.startsWith('on'))
  return [...elements.filter((name) => name === 'b' || name === 'script'), ...scripts]
}

describe('a page and a post', () => {
  it('have no element that Midad did not write', () => {
    const { title, excerpt, content, media } = wordpressPost(article, {})
    const { html, featured } = ghostPost(article, { sections: {} }, EDITION)
    const fields = media.flatMap((each) => Object.values(each.fields))
    for (const each of [...textsOf('html'), title, excerpt, content, ...fields, html, featured?.caption ?? '']) {
      expect(strangersIn(each)).toEqual([])
    }
  })
  it('say the very words in every field', () => {
    const { title, excerpt, content, media } = wordpressPost(article, {})
    expect(plain(shownIn(title))).toBe(wordsAt('headline'))
    expect(plain(shownIn(excerpt))).toBe(wordsAt('deck'))
    for (const probe of ['kicker', 'byline', 'subheads', 'captions', 'credits', 'alternative texts'] as const) {
      expect(
        readHtml(content)
          .texts.map(plain)
          .some((text) => text.includes(wordsAt(probe))),
      ).toBe(true)
    }
    expect(plain(shownIn(media[0]?.fields.alt_text ?? ''))).toBe(wordsAt('alternative texts'))
    expect(plain(shownIn(media[0]?.fields.caption ?? ''))).toBe(`${wordsAt('captions')} — ${wordsAt('credits')}`)
    const post = ghostPost(article, { sections: {} }, EDITION)
    expect(plain(post.title)).toBe(wordsAt('headline'))
    expect(plain(post.excerpt)).toBe(wordsAt('deck'))
    expect(plain(post.featured?.alt ?? '')).toBe(wordsAt('alternative texts'))
    expect(plain(shownIn(post.featured?.caption ?? ''))).toBe(`${wordsAt('captions')} — ${wordsAt('credits')}`)
    expect([post.metaTitle, post.metaDescription].map(plain)).toEqual([
      wordsAt('SEO title'),
      wordsAt('SEO description'),
    ])
    expect(post.tags).toEqual([wordsAt('section'), wordsAt('keywords')])
  })
  it('protect the numbers of a headline by isolate characters', () => {
    const headline: Article = {
      ...newArticle('a', counter('h'), [head('headline', counter('h'), BIDI_HEADLINE)]),
      metadata: { ...article.metadata, seoTitle: '' },
    }
    const isolated = /\u20663-1\u2069.*\u2066.*C\+\+.*\u2069.*\u2066\+964 770 123 4567\u2069/u
    expect(wordpressPost(headline, {}).title).toMatch(isolated)
    expect(ghostPost(headline, { sections: {} }, EDITION).title).toMatch(isolated)
    for (const id of ['rss', 'wxr', 'jsonld', 'ninjs', 'newsml-g2', 'markdown', 'html', 'text'] as const) {
      const written = FORMATS[id].write({ ...source, article: headline })
      expect(written.kind === 'text' ? written.text : '', id).toMatch(isolated)
    }
  })
})
