import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { head, newArticle } from '#core/article/factories.ts'
import { isFields } from '#core/article/json.ts'
import { addressesBeside, FORMATS, type FormatId } from '#core/export/formats.ts'
import { encode } from '#core/export/fields/encode.ts'
import { lineOf } from '#core/export/fields/plain-words.ts'
import type { Sort } from '#core/export/fields/sorts.ts'
import { DOCX_PICTURE, DOCX_PROPERTIES, DOCX_TEXT } from '#core/export/targets/docx/fields.ts'
import { GHOST_FIELDS } from '#core/export/targets/ghost/fields.ts'
import { ghostPost } from '#core/export/targets/ghost/post.ts'
import { HTML_FIELDS, XHTML_FIELDS } from '#core/export/targets/html/fields.ts'
import { ICML_FIELDS, ICML_TEXT } from '#core/export/targets/icml/fields.ts'
import { JSONLD_ARTICLE, JSONLD_CORRECTION, JSONLD_IMAGE, JSONLD_THING } from '#core/export/targets/jsonld/fields.ts'
import { MARKDOWN_FIELDS } from '#core/export/targets/markdown/fields.ts'
import { NEWSML_FIELDS } from '#core/export/targets/newsml-g2/fields.ts'
import {
  NINJS_HTML,
  NINJS_ITEM,
  NINJS_NAMED,
  NINJS_PICTURE,
  NINJS_PLAIN,
  NINJS_RENDITION,
} from '#core/export/targets/ninjs/fields.ts'
import { PRINT_FIELDS, XMP_FIELDS } from '#core/export/targets/print/fields.ts'
import { printXmp } from '#core/export/targets/print/xmp.ts'
import { RSS_CHANNEL, RSS_ITEM } from '#core/export/targets/rss/fields.ts'
import { TEXT_FIELDS } from '#core/export/targets/text/fields.ts'
import { WORDPRESS_FIELDS } from '#core/export/targets/wordpress/fields.ts'
import { wordpressPost } from '#core/export/targets/wordpress/post.ts'
import { WXR_AUTHOR, WXR_ITEM } from '#core/export/targets/wxr/fields.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import {
  BIDI_HEADLINE,
  comparable,
  HOSTILE_LINES,
  HTML_WORDS,
  NEEDLESS,
  REWRITTEN,
  SIGNS,
} from '#tests/support/hostile-words.ts'
import { ROWS } from './formats.ts'
import { probeArticle, PROBES, type Probe } from './probes.ts'
import { FIELD_READERS, FILE_READERS, isWordSort, readJson, shownIn, strangersIn, readHtml } from './read-words.ts'
import { lostIn } from './table.ts'

/** Lines of words by what they could be taken for. */
const LINES = {
  'signs of every format': `${SIGNS} ${HTML_WORDS['headline']}`,
  ...Object.fromEntries(Object.entries(HTML_WORDS).map(([name, words]) => [`HTML in a ${name}`, words])),
  'what WordPress rewrites': REWRITTEN,
  numbers: BIDI_HEADLINE,
  ...HOSTILE_LINES,
}

const TABLES: Readonly<Record<string, Readonly<Record<string, Sort | 'number' | 'object'>>>> = {
  ...{ HTML_FIELDS, XHTML_FIELDS, MARKDOWN_FIELDS, TEXT_FIELDS, PRINT_FIELDS, XMP_FIELDS },
  ...{
    DOCX_PROPERTIES,
    DOCX_PICTURE,
    DOCX_TEXT,
    ICML_FIELDS,
    ICML_TEXT,
    JSONLD_ARTICLE,
    JSONLD_THING,
    JSONLD_IMAGE,
    JSONLD_CORRECTION,
  },
  ...{ NINJS_ITEM, NINJS_PLAIN, NINJS_HTML, NINJS_NAMED, NINJS_PICTURE, NINJS_RENDITION },
  ...{ NEWSML_FIELDS, RSS_CHANNEL, RSS_ITEM, WXR_ITEM, WXR_AUTHOR, WORDPRESS_FIELDS, GHOST_FIELDS },
}

const FIELDS = Object.entries(TABLES).flatMap(([name, fields]) =>
  Object.entries(fields).flatMap(([field, sort]) => (isWordSort(sort) ? [{ name, field, sort }] : [])),
)

describe.each(FIELDS)('the field $field of $name, which is $sort', ({ sort }) => {
  it('holds the very words', () => {
    for (const [name, words] of Object.entries(LINES)) {
      const encoded =
        sort === 'name' || sort === 'wordpressName' || sort === 'run'
          ? encode(sort, words)
          : encode(sort, lineOf(words, 'rtl'))
      expect(comparable(FIELD_READERS[sort](encoded)), name).toBe(comparable(words))
    }
  })
})

/** The places whose words no format may change. Slugs, codes and addresses are not words. */
const PLACES = (Object.keys(PROBES) as Probe[]).filter((probe) => /^kw\w+$/u.test(PROBES[probe]) && probe !== 'slug')

/** The places that hold addresses, and what each has after its own. */
const ADDRESSES = (Object.keys(PROBES) as Probe[]).filter((probe) => PROBES[probe].startsWith('https://'))
const QUERY = { given: `?a[gallery]=1&b='"<i>&amp;[caption]`, sent: `?a[gallery]=1&b='%22%3Ci%3E&amp;[caption]` }

/** @returns the article of the table of formats, with a line before the word of each place. */
function hostileArticle(line: string): Article {
  const probes = new Map<string, string>([
    ...PLACES.map((probe) => [PROBES[probe], `${line} ${PROBES[probe]}`] as const),
    ...ADDRESSES.map((probe) => [PROBES[probe], `${PROBES[probe]}${QUERY.given}`] as const),
  ])
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return probes.get(value) ?? value
    if (Array.isArray(value)) return value.map(changed)
    return isFields(value) ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, changed(own)])) : value
  }
  return changed(probeArticle()) as Article
}

const renditions = () => [{ name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1) }] as const

function textsOf(id: FormatId, article: Article): string[] {
  // WXR carries its pictures itself.
  const images = id === 'wxr' ? () => 'data:image/jpeg;base64,AQ==' : addressesBeside(article, renditions)
  const written = FORMATS[id].write({ article, edition: { ...EDITION, house: HOUSE }, renditions, images })
  if (written.kind === 'text') return FILE_READERS[id](written.text)
  if (written.kind === 'print') {
    const properties = readJson(written.properties)
    return [...FILE_READERS[id](written.html), ...properties, ...FILE_READERS.icml(printXmp(written.properties))]
  }
  return written.parts
    .filter(({ path }) => /\.(?:xml|rels)$/u.test(path))
    .flatMap(({ bytes }) => FILE_READERS[id](new TextDecoder().decode(bytes)))
}

describe.each(ROWS)('a file of $name', (row) => {
  it.each(Object.entries(LINES))('says the very words in every field that it has: %s', (_name, line) => {
    const lost = new Set(lostIn(row))
    const read = textsOf(row.id, hostileArticle(line)).map(comparable)
    const missing = PLACES.filter(
      (probe) => !lost.has(probe) && !read.some((text) => text.includes(comparable(`${line} ${PROBES[probe]}`))),
    )
    expect(missing).toEqual([])
  })
  it('leaves out what controls a terminal and what is no character', () => {
    const texts = ['control characters', 'halves of pairs'].map((name) =>
      textsOf(row.id, hostileArticle(HOSTILE_LINES[name] ?? '')),
    )
    expect(texts.flat().filter((text) => text.search(NEEDLESS) !== -1)).toEqual([])
  })
  it('says the very addresses', () => {
    const lost = new Set(lostIn(row))
    const read = textsOf(row.id, hostileArticle(SIGNS))
    const missing = ADDRESSES.filter(
      (probe) => !lost.has(probe) && !read.some((text) => text.includes(`${PROBES[probe]}${QUERY.sent}`)),
    )
    expect(missing).toEqual([])
  })
})

describe.each(Object.entries(LINES))('a page and a post with %s', (_name, line) => {
  const article = hostileArticle(line)
  const wordsAt = (probe: Probe): string => comparable(`${line} ${PROBES[probe]}`)
  const { title, excerpt, content, media } = wordpressPost(article, {})
  const ghost = ghostPost(article, { sections: {} }, EDITION)

  it('have no element that Midad did not write', () => {
    const fields = media.flatMap((each) => Object.values(each.fields))
    const page = FORMATS.html.write({ article, edition: EDITION, renditions, images: () => null })
    const html = [title, excerpt, content, ...fields, ghost.html, ghost.featured?.caption ?? '']
    for (const each of [...html, page.kind === 'text' ? page.text : '']) expect(strangersIn(each)).toEqual([])
  })
  it('say the very words in every field of WordPress', () => {
    expect(comparable(shownIn(title))).toBe(wordsAt('headline'))
    expect(comparable(shownIn(excerpt))).toBe(wordsAt('deck'))
    const texts = readHtml(content).texts.map(comparable)
    for (const probe of ['kicker', 'byline', 'subheads', 'captions', 'credits', 'alternative texts'] as const) {
      expect(texts.some((text) => text.includes(wordsAt(probe)))).toBe(true)
    }
    expect(comparable(shownIn(media[0]?.fields.alt_text ?? ''))).toBe(wordsAt('alternative texts'))
    expect(comparable(shownIn(media[0]?.fields.caption ?? ''))).toBe(`${wordsAt('captions')} — ${wordsAt('credits')}`)
  })
  it('say the very words in every field of Ghost', () => {
    expect(comparable(ghost.title)).toBe(wordsAt('headline'))
    expect(comparable(ghost.excerpt)).toBe(wordsAt('deck'))
    expect(comparable(ghost.featured?.alt ?? '')).toBe(wordsAt('alternative texts'))
    expect(comparable(shownIn(ghost.featured?.caption ?? ''))).toBe(`${wordsAt('captions')} — ${wordsAt('credits')}`)
    expect([ghost.metaTitle, ghost.metaDescription].map(comparable)).toEqual([
      wordsAt('SEO title'),
      wordsAt('SEO description'),
    ])
    // Ghost hides a tag that begins with `#` from readers.
    const tags = [wordsAt('section'), wordsAt('keywords')].map((tag) => tag.replace(/^#\s*/u, ''))
    expect(ghost.tags.map(comparable)).toEqual(tags)
  })
  it('give WordPress no sign of a shortcode, an escape or a block that is none', () => {
    const fields = media.flatMap((each) => Object.values(each.fields))
    for (const each of [title, excerpt, content, ...fields]) expect(each).not.toMatch(/[[\]\\]/u)
    const comments = [...content.matchAll(/<!--\s*(\S+)/gu)].map(([, first = '']) => first)
    expect(comments.filter((first) => !/^\/?wp:(?!html)/u.test(first))).toEqual([])
  })
})

describe('the body of a Markdown file', () => {
  it.each(['Handlebars', 'templates'] as const)('has no pair of signs that a generator of sites runs: %s', (name) => {
    const article = hostileArticle(HOSTILE_LINES[name] ?? '')
    const file = FORMATS.markdown.write({ article, edition: EDITION, renditions, images: () => null })
    const [, body = ''] = file.kind === 'text' ? file.text.split('\n---\n') : []
    expect(body).toContain(PROBES.paragraphs)
    expect(body).not.toMatch(/\{[{%#]|<%/u)
  })
})

describe('a headline', () => {
  it('has isolate characters around its numbers in fields without markup', () => {
    const headline: Article = {
      ...newArticle('a', counter('h'), [head('headline', counter('h'), BIDI_HEADLINE)]),
      metadata: { ...probeArticle().metadata, seoTitle: '' },
    }
    const isolated = /\u20663-1\u2069.*\u2066.*C\+\+.*\u2069.*\u2066\+964 770 123 4567\u2069/u
    expect(wordpressPost(headline, {}).title).toMatch(isolated)
    expect(ghostPost(headline, { sections: {} }, EDITION).title).toMatch(isolated)
    for (const id of ['rss', 'wxr', 'jsonld', 'ninjs', 'newsml-g2', 'markdown', 'html', 'text', 'pdf'] as const) {
      expect(
        textsOf(id, headline).some((text) => isolated.test(text)),
        id,
      ).toBe(true)
    }
  })
})

describe('an address', () => {
  const RUNNING = ['javascript:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'JAVASCRIPT:alert(1)']
  const OTHERS = ['data:text/html,<script>alert(1)</script>', 'data: text/html,x', 'vbscript:x', 'file:///etc/passwd']
  it.each([...RUNNING, ...OTHERS, '//example.org/', '\u0001javascript:alert(1)'])(
    'is left out where it runs: %j',
    (url) => {
      expect(encode('link', url)).toBe('')
    },
  )
  it('is kept as it is where a reader may follow it', () => {
    expect(encode('link', `https://example.org/?a[gallery]=1&b="<c>'\uE0FE`)).toBe(
      `https://example.org/?a[gallery]=1&b=%22%3Cc%3E'%EE%83%BE`,
    )
    expect(encode('link', 'mailto:desk@example.org')).toBe('mailto:desk@example.org')
    expect(encode('url', 'images/a "b".jpg')).toBe('images/a%20%22b%22.jpg')
  })
})

describe('the tag of a language', () => {
  it('is what BCP 47 allows, and unknown for any other text', () => {
    const tags = ['ar', 'ckb', 'zh-Hant-TW', 'ar"><b>', 'x y', '[gallery]', '']
    expect(tags.map((tag) => encode('language', tag))).toEqual(['ar', 'ckb', 'zh-Hant-TW', 'und', 'und', 'und', 'und'])
  })
  it('ends no attribute of a post', () => {
    const article = probeArticle()
    const { content } = wordpressPost({ ...article, metadata: { ...article.metadata, language: 'ar"><b>' } }, {})
    expect(new Set(Array.from(content.matchAll(/ lang="([^"]*)"/gu), ([, tag]) => tag))).toEqual(new Set(['und']))
    expect(strangersIn(content)).toEqual([])
  })
})
