import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { head, newArticle, paragraph } from '#core/article/factories.ts'
import { anchorOfItem } from './item-anchor.ts'
import { paintProposals } from './painter.ts'

function article(...texts: readonly string[]): Article {
  const document = texts.map((text, index) => paragraph(() => `p${index}`, text))
  return newArticle('a1', () => 'h', [head('headline', () => 'h', 'عنوان'), ...document])
}

/** @returns the anchor of a thread about each change that stands beside a text */
function anchors(live: Article, base: Article, headOf: Article) {
  const times = { createdAt: '', updatedAt: '' }
  const proposal = { id: 'x', by: 'كريم', note: '', base, head: headOf, saveNumber: 0, ...times }
  const [painted] = paintProposals(() => [proposal])(live)
  return painted?.items().map((item) => anchorOfItem(live, proposal, item))
}

describe('a thread about a change', () => {
  const base = article('ارتفع النفط كثيرا أمس', 'سطر ثان')

  it('is about the words that go, where they stand in the text that the change is proposed for', () => {
    const live = article('في بغداد ارتفع النفط كثيرا أمس', 'سطر ثان')
    expect(anchors(live, base, article('ارتفع النفط قليلا أمس', 'سطر ثان'))).toEqual([
      {
        on: 'words',
        start: { block: 'p0', at: 12 },
        end: { block: 'p0', at: 17 },
        quote: 'كثيرا',
        before: 'ارتفع النفط ',
        after: ' أمس',
      },
    ])
  })

  it('is about the block where the change only puts words in, and about the article where it changes metadata', () => {
    expect(anchors(base, base, article('ارتفع النفط كثيرا أمس مساء', 'سطر ثان'))).toEqual([
      { on: 'block', block: 'p0' },
    ])
    expect(anchors(base, base, { ...base, metadata: { ...base.metadata, slug: 'oil' } })).toEqual([{ on: 'article' }])
  })

  it('is about the words of a clash that the article has otherwise', () => {
    const live = article('ارتفع النفط بشدة أمس', 'سطر ثان')
    expect(anchors(live, base, article('ارتفع النفط قليلا أمس', 'سطر ثان'))).toMatchObject([{ quote: 'كثيرا' }])
  })
})
