import { expect, it } from 'vitest'
import type { Article } from '../article/article.ts'
import { head, list, newArticle, paragraph } from '../article/factories.ts'
import { withIdsOf } from './same-blocks.ts'

let count = 0
const article = (prefix: string, ...texts: string[]): Article => {
  count = 0
  const id = (): string => `${prefix}${(count += 1)}`
  return newArticle('a1', id, [head('headline', id, texts[0]), ...texts.slice(1).map((text) => paragraph(id, text))])
}
const ids = (base: Article, text: Article): string[] => withIdsOf(base, text).map(({ id }) => id)

const BASE = article('b', 'عنوان الخبر', 'وصل الوفد إلى بغداد مساء أمس.', 'وقال الوزير إن المحادثات بدأت.', 'ختام')

it('a block with the same words, or with most of them, has the id of its older version', () => {
  const text = article(
    't',
    'عنوان الخبر',
    'وصل الوفد إلى بيروت مساء أمس.',
    'فقرة جديدة تمامًا',
    'وقال الوزير إن المحادثات بدأت.',
  )
  expect(ids(BASE, text)).toEqual(['b1', 'b2', 't3', 'b3'])
})

it('a block that moved is known by its words', () => {
  const text = article('t', 'عنوان الخبر', 'ختام', 'وصل الوفد إلى بغداد مساء أمس.', 'وقال الوزير إن المحادثات بدأت.')
  expect(ids(BASE, text)).toEqual(['b1', 'b4', 'b2', 'b3'])
})

it('of two blocks with the same words each has one id', () => {
  const base = article('b', 'عنوان', 'سطر', 'سطر')
  expect(ids(base, article('t', 'عنوان', 'سطر', 'سطر', 'سطر'))).toEqual(['b1', 'b2', 'b3', 't4'])
})

it('blocks inside a container are paired as well', () => {
  let place = 0
  const id = (prefix: string) => (): string => `${prefix}${(place += 1)}`
  const [base, text] = ['b', 't'].map((prefix) => {
    place = 0
    const own = id(prefix)
    const items = prefix === 'b' ? ['بند أول', 'بند ثانٍ'] : ['بند أول', 'بين البندين كلام', 'بند ثانٍ']
    return newArticle('a1', own, [list(own, false, items)])
  }) as [Article, Article]
  const [before] = base.document
  const adopted = withIdsOf(base, text)
  const items = adopted[0]?.type === 'list' ? adopted[0].children.map((item) => item.id) : []
  expect(adopted[0]?.id).toBe(before?.id)
  expect(items.map((each) => each[0])).toEqual(['b', 't', 'b'])
})
