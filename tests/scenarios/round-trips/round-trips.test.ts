import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { HEAD_TYPES, type Block } from '#core/article/block.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { isFields } from '#core/article/json.ts'
import { fullArticle } from '#tests/support/full-article.ts'
import { realArticle } from '#tests/support/real-article.ts'
import { anyArticle } from './article-arbitrary.ts'
import { ALLOWED_LOSSES } from './losses.ts'
import { TRIPS } from './trips.ts'

type Format = keyof typeof TRIPS
const FORMATS = Object.keys(TRIPS) as Format[]

/** What says nothing by itself: ids, a picture's file, and an order that is numbered as its list says already. */
function bare(node: unknown, ordered?: unknown): unknown {
  if (Array.isArray(node)) return node.map((each) => bare(each, ordered))
  if (!isFields(node)) return node
  const own = node['type'] === 'list' ? node['ordered'] : ordered
  const entries = Object.entries(node).filter(
    ([key, value]) =>
      key !== 'id' && key !== 'asset' && !(node['type'] === 'list-item' && key === 'ordered' && value === own),
  )
  const plain = (key: string, value: unknown): unknown =>
    key === 'alt' ? String(value).replaceAll(/\s+/gu, ' ').trim() : bare(value, own)
  return Object.fromEntries(entries.map(([key, value]) => [key, plain(key, value)]))
}

function lost(article: Article, format: Format): Article {
  return ALLOWED_LOSSES[format].reduce((each, loss) => loss.apply(each), article)
}

/** WordPress wants a slug: where none was given, the one that it got is none of the article's. */
function metadataOf(article: Article, original: Article, format: Format) {
  return format === 'wxr' && original.metadata.slug === '' ? { ...article.metadata, slug: '' } : article.metadata
}

function expectBack(article: Article, format: Format): void {
  const { article: back, midadId } = TRIPS[format](article)
  const expected = lost(article, format)
  expect(canonicalJson(bare(metadataOf(back, article, format)))).toBe(canonicalJson(bare(expected.metadata)))
  const lines = (each: Article): string[] => each.document.map((block) => canonicalJson(bare(block)))
  expect(lines(back)).toEqual(lines(expected))
  // Neither a page nor a Word document says which article of ours it was.
  if (format !== 'html' && format !== 'docx') expect(midadId).toBe(article.id)
}

/** Word knows no border between two quotations that touch: a line between them is one. */
function apart(article: Article): Article {
  const paragraph = realArticle().document.find(({ type }) => type === 'paragraph')
  if (paragraph === undefined) throw new Error('the real article has paragraphs')
  const isHead = ({ type }: Block): boolean => HEAD_TYPES.some((each) => each === type)
  return { ...article, document: article.document.flatMap((block) => (isHead(block) ? [block] : [block, paragraph])) }
}

describe.each(FORMATS)('out and back through %s', (format) => {
  it('loses of the real article only what is allowed', () => {
    expectBack(realArticle(), format)
  })
  it('loses of an article with everything in it only what is allowed', () => {
    expectBack(fullArticle(), format)
  })
  it('loses of any article only what is allowed', () => {
    fc.assert(
      fc.property(anyArticle(), (article) => expectBack(format === 'docx' ? apart(article) : article, format)),
      { numRuns: 150 },
    )
  })
})
