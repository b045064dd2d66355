import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { head, list, newArticle, paragraph, quote, subhead, table } from '#core/article/factories.ts'
import { blockText } from '#core/article/plain-text.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { counter } from '#tests/support/articles.ts'
import { comparable, HOSTILE_LINES, HTML_WORDS, SIGNS } from '#tests/support/hostile-words.ts'
import { READ_BACK, throughFile, throughPackage } from './trips.ts'

// As the store has them: U+FFFD for half a pair.
const LINES = [...Object.values(HTML_WORDS), `نص ${SIGNS}`, ...Object.values(HOSTILE_LINES)].map((line) =>
  line.toWellFormed(),
)

function articleOf() {
  const id = counter('b')
  return newArticle('hostile', id, [
    head('headline', id, LINES.join(' ')),
    head('deck', id, LINES[1]),
    ...LINES.flatMap((line) => [paragraph(id, line), subhead(id, line), quote(id, line, line)]),
    list(id, false, LINES),
    table(
      id,
      LINES.map((line) => [line, line]),
    ),
  ])
}

const linesOf = (blocks: readonly Block[]): [string, string][] =>
  textBlocks(blocks).map((block) => [block.type, comparable(blockText(block))])

describe('an article of hostile words', () => {
  it.each(READ_BACK)('comes back as it was through %s', async (format) => {
    const { article } = await throughFile(format, articleOf())
    expect(linesOf(article.document)).toEqual(linesOf(articleOf().document))
  })
  it('comes back as it was through a package', async () => {
    const { article } = await throughPackage(articleOf())
    expect(linesOf(article.document)).toEqual(linesOf(articleOf().document))
  })
})
