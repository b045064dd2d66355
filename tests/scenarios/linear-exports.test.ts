import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { head, list, newArticle, paragraph, table } from '#core/article/factories.ts'
import type { Inline } from '#core/article/inline.ts'
import { FORMATS, formatSchema, type FormatId } from '#core/export/formats.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { ghostPost } from '#core/export/targets/ghost/post.ts'
import { wordpressPost } from '#core/export/targets/wordpress/post.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITION, PACKAGE } from '#tests/support/edition.ts'
import { expectLinear } from '#tests/support/growth.ts'

type Target = FormatId | 'wordpress' | 'ghost' | 'package'

const inFormat = (id: FormatId) => (article: Article) =>
  FORMATS[id].write({ article, edition: EDITION, renditions: () => [], images: () => null })

/** Everything that writes an article for a receiver. */
const WRITERS: Readonly<Record<Target, (article: Article) => unknown>> = {
  ...(Object.fromEntries(formatSchema.options.map((id) => [id, inFormat(id)])) as Record<FormatId, typeof ghost>),
  wordpress: (article) => wordpressPost(article, {}),
  ghost,
  package: (article) => buildPackage({ ...PACKAGE, article }),
}

function ghost(article: Article): unknown {
  return ghostPost(article, { sections: {} }, EDITION)
}

const id = counter()
/** What formats escape, what lines are cut at, and what the recogniser of numbers reads. */
const SIGNS = {
  markup: ['[', '*', '`', '{{', '_a', '![', '<%', '&', '\\', '@a '],
  space: [' ', '\n', 'أ\n', '\u00A0', 'بَ'],
  numbers: ['1,', '1 ', '1-2 ', '٠٧٧ ', '(1) ', '>= 5 '],
  brackets: ['(', ')', '()', '(a?) ', '«'],
} as const

const filled = (part: string, size: number): string => part.repeat(Math.floor(size / part.length))
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: Math.floor(count) }, (_nothing, index) => make(index))

function marked(size: number): Inline[] {
  return times(size, (index) => (index % 2 === 0 ? { text: 'أ', bold: true } : { text: '1-', italic: true }))
}

function linked(size: number): Inline[] {
  return times(size, (index) =>
    index % 2 === 0 ? { text: 'أ' } : { type: 'link', url: 'https://example.org/a_b', children: [{ text: 'ب' }] },
  )
}

function nested(size: number): Block {
  const whole = list(
    id,
    true,
    times(size, () => 'أ'),
  )
  return {
    ...whole,
    children: whole.children.map((item, index) => (index % 4 === 0 ? item : { ...item, depth: index % 4 })),
  }
}

const signs = (all: readonly string[]) => (size: number) =>
  all.map((sign) => paragraph(id, `أ${filled(sign, size / 25)}`))

/** The worst that an article may hold. What makes many objects is smaller: their garbage would be measured with them. */
const ARTICLES: Readonly<Record<string, (size: number) => Block[]>> = {
  'signs of markup': signs(SIGNS.markup),
  'spaces, line breaks and harakat': signs(SIGNS.space),
  'digits with separators': signs(SIGNS.numbers),
  'brackets and quotes': signs(SIGNS.brackets),
  marks: (size) => [{ ...paragraph(id), children: marked(size / 40) }],
  links: (size) => [{ ...paragraph(id), children: linked(size / 40) }],
  blocks: (size) => times(size / 100, () => paragraph(id, 'أ')),
  'lists in list items': (size) => [nested(size / 120)],
  'cells in rows': (size) => [
    table(
      id,
      times(size / 400, () => ['أ', 'ب', 'ج', 'د', 'ه']),
    ),
  ],
  'cells in columns': (size) => [
    table(
      id,
      times(5, () => times(size / 400, () => 'أ')),
    ),
  ],
  'words in its head': (size) => [
    head('headline', id, filled('[أ 1-2 ', size / 10)),
    head('deck', id, filled('*أ 1-2 ', size / 10)),
  ],
}

const targets = Object.entries(WRITERS)
const article = (blocks: Block[]): Article => newArticle('a', id, blocks)

describe.each(targets)('the worst that an article may hold takes linear time in %s', (_target, write) => {
  it.each(Object.entries(ARTICLES))('of %s', async (_what, blocks) => {
    const made = new Map<number, Article>()
    await expectLinear((size) => {
      const known = made.get(size) ?? article(blocks(size))
      made.set(size, known)
      return write(known)
    })
  })
})

/** A call takes only so many arguments. */
describe.each(targets)('more parts than a call takes arguments are written in %s', (_target, write) => {
  it('of line breaks', () => {
    expect(write(article([head('headline', id, 'أ'), paragraph(id, filled('\n', 200_000))]))).toBeDefined()
  })
})
