import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { normaliseDocument } from '#core/article/normalise.ts'
import { isFields } from '#core/article/json.ts'
import { figures } from '#core/article/text-nodes.ts'
import { FORMATS } from '#core/export/formats.ts'
import { counter } from '#tests/support/articles.ts'
import { fullArticle } from '#tests/support/full-article.ts'
import { realArticle } from '#tests/support/real-article.ts'
import { anyArticle } from './article-arbitrary.ts'
import { ALLOWED_LOSSES } from './losses.ts'
import { READ_BACK, throughFile, throughPackage, withRealPictures, type Back } from './trips.ts'

type Format = keyof typeof ALLOWED_LOSSES
const EVERY: readonly Format[] = ['package', ...READ_BACK]

/** An order that is numbered as its list says already says nothing, and neither does white space in an alternative text. */
function bare(node: unknown, ordered?: unknown): unknown {
  if (Array.isArray(node)) return node.map((each) => bare(each, ordered))
  if (!isFields(node)) return node
  const own = node['type'] === 'list' ? node['ordered'] : ordered
  const entries = Object.entries(node).filter(
    ([key, value]) => !(node['type'] === 'list-item' && key === 'ordered' && value === own),
  )
  const plain = (key: string, value: unknown): unknown =>
    key === 'alt' ? String(value).replaceAll(/\s+/gu, ' ').trim() : bare(value, own)
  return Object.fromEntries(entries.map(([key, value]) => [key, plain(key, value)]))
}

/** What is made anew on the way back is compared with nothing; where it is not allowed, it must be the same. */
const madeAnew = (article: Article, format: Format): Article =>
  ALLOWED_LOSSES[format].reduce((each, loss) => (loss.isMadeAnew === true ? loss.apply(each) : each), article)

/** An article that loses all that it has still has a line to write in. */
function lost(article: Article, format: Format): Article {
  const left = ALLOWED_LOSSES[format].reduce((each, loss) => loss.apply(each), article)
  return madeAnew({ ...left, document: normaliseDocument(left.document, counter('left')) }, format)
}

async function expectBack(given: Article, format: Format): Promise<void> {
  const article = withRealPictures(given)
  const came: Back = format === 'package' ? await throughPackage(article) : await throughFile(format, article)
  const expected = lost(article, format)
  const back = madeAnew(came.article, format)
  expect(canonicalJson(bare(back.metadata))).toBe(canonicalJson(bare(expected.metadata)))
  const lines = (each: Article): string[] => each.document.map((block) => canonicalJson(bare(block)))
  expect(lines(back)).toEqual(lines(expected))
  // What is kept is not told as lost; Word's and WordPress's own ways of saying it are not what is looked at here.
  if (format === 'ninjs' || format === 'newsml-g2')
    expect(came.losses.filter(({ code }) => code !== 'picture-not-here')).toEqual([])
  // Neither a page nor a Word document says which article of ours it was.
  if (format !== 'html' && format !== 'docx') expect(came.midadId).toBe(article.id)
}

describe.each(EVERY)('out and back through %s', (format) => {
  it('loses of the real article only what is allowed', async () => {
    await expectBack(realArticle(), format)
  })
  it('loses of an article with everything in it only what is allowed', async () => {
    await expectBack(fullArticle(), format)
  })
  it('loses of any article only what is allowed', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle(), (article) => expectBack(article, format)),
      { numRuns: 120 },
    )
  })
})

describe.each(READ_BACK.filter((format) => FORMATS[format].pictures === 'beside'))('a file of %s alone', (format) => {
  it('comes back without its pictures, and each of them is told', async () => {
    const article = withRealPictures(fullArticle())
    const { article: back, losses } = await throughFile(format, article, true)
    const shown = figures(article.document).filter(({ asset }) => asset !== undefined)
    expect(shown.length).toBeGreaterThan(0)
    expect(figures(back.document).filter(({ asset }) => asset !== undefined)).toEqual([])
    const name = `images/${shown[0]?.asset?.hash.slice(0, 12)}.png`
    expect(losses.find(({ code }) => code === 'picture-not-here')).toEqual({
      ...{ code: 'picture-not-here', count: shown.length, examples: [name] },
    })
  })
})
