import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { head, paragraph } from '#core/article/factories.ts'
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

/** Removes what has no effect: an item's numbering that equals its list's, and extra white space in alternative texts. */
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

/** Applies the losses that the import makes anew, so that they are not compared. */
const madeAnew = (article: Article, format: Format): Article =>
  ALLOWED_LOSSES[format].reduce((each, loss) => (loss.isMadeAnew === true ? loss.apply(each) : each), article)

/** @returns the article that is expected back. It is normalised: even an empty one has a paragraph. */
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
  // These two report nothing that they keep. Word and WordPress report differences of form, which are not tested here.
  if (format === 'ninjs' || format === 'newsml-g2')
    expect(came.losses.filter(({ code }) => code !== 'picture-not-here')).toEqual([])
  // HTML and Word files do not contain the article's id.
  if (format !== 'html' && format !== 'docx') expect(came.midadId).toBe(article.id)
}

describe.each(EVERY)('out and back through %s', (format) => {
  it('the real article loses only what is allowed', async () => {
    await expectBack(realArticle(), format)
  })
  it('an article with everything in it loses only what is allowed', async () => {
    await expectBack(fullArticle(), format)
  })
  it.each([
    ['first', '', 'تبسّم في المدى زهر الحقول'],
    ['second', 'إذا هبّت رياح الفجر يوما', ''],
  ])('a verse keeps the place of its empty %s half', async (_which, first, second) => {
    const id = counter('half')
    const line = (text: string) => ({ ...paragraph(id, text), type: 'hemistich' as const })
    const verse = { id: id(), type: 'verse' as const, dir: 'rtl' as const, children: [line(first), line(second)] }
    await expectBack({ ...fullArticle(), document: [head('headline', id, 'بيت'), verse as Block] }, format)
  })
  it('any article loses only what is allowed', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle(), (article) => expectBack(article, format)),
      { numRuns: 120 },
    )
  })
})

describe.each(READ_BACK.filter((format) => FORMATS[format].pictures === 'beside'))('a file of %s alone', (format) => {
  it('is imported without its pictures, which are all reported', async () => {
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
