import { expect, it } from 'vitest'
import type { Article } from '../../article/article.ts'
import { head, newArticle, paragraph } from '../../article/factories.ts'
import { openOf } from './open.ts'
import { writersOf } from './writers.ts'

const article = (...texts: string[]): Article =>
  newArticle('a', () => 'h', [
    head('headline', () => 'h', 'عنوان'),
    ...texts.map((text, index) => paragraph(() => `p${index}`, text)),
  ])

it('words are known by who wrote them, and by who took them away', () => {
  const versions = [
    { article: article('ارتفع النفط كثيرا أمس', 'سطر ثان طويل', 'ثالث'), by: '' },
    { article: article('ارتفع النفط الخام كثيرا أمس', 'سطر ثان طويل', 'ثالث'), by: 'سعاد' },
    { article: article('ارتفع النفط الخام كثيرا أمس', 'سطر ثان', 'ثالث'), by: 'كريم' },
    { article: article('ارتفع النفط الخام كثيرا اليوم', 'سطر ثان', 'ثالث'), by: 'ليلى' },
  ]
  const [from, to] = [versions[0]?.article ?? article(), versions[3]?.article ?? article()]
  const { parts } = openOf(to, { base: to, head: from })
  expect(writersOf(versions, parts)).toEqual(['سعاد', 'ليلى', 'كريم'])
})

it('a change without words is that of whoever touched its block last', () => {
  const plain = article('أول', 'ثان')
  const moved = { ...plain, document: [0, 2, 1].flatMap((index) => plain.document[index] ?? []) }
  const { parts } = openOf(moved, { base: moved, head: plain })
  expect(
    writersOf(
      [
        { article: plain, by: '' },
        { article: moved, by: 'كريم' },
      ],
      parts,
    ),
  ).toEqual(['كريم'])
})
