import { describe, expect, it } from 'vitest'
import type { Article } from '../../article/article.ts'
import type { Block } from '../../article/block.ts'
import { figure, head, newArticle, paragraph } from '../../article/factories.ts'
import { headFromBlocks, headFromPlainText } from './from-text.ts'

let count = 0
const id = (prefix: string) => (): string => `${prefix}${(count += 1)}`

function base(): Article {
  count = 0
  const own = id('b')
  const bold: Block = {
    ...paragraph(own),
    children: [{ text: 'وصل ' }, { text: 'الوفد', bold: true }, { text: ' إلى بغداد مساء أمس.' }],
  }
  const picture = figure(own, { caption: 'الوفد في المطار', credit: 'وكالات' })
  const article = newArticle('a1', own, [
    head('headline', own, 'عنوان الخبر'),
    bold,
    picture,
    paragraph(own, 'ختام الخبر.'),
  ])
  return { ...article, metadata: { ...article.metadata, section: 'سياسة' } }
}

function text(...paragraphs: string[]): Article {
  count = 0
  const own = id('t')
  return newArticle('other', own, [
    head('headline', own, 'عنوان الخبر'),
    ...paragraphs.map((each) => paragraph(own, each)),
  ])
}

describe('a plain text', () => {
  it('changes words, and leaves the marks, the picture and the metadata', () => {
    const [from, to] = [
      base(),
      headFromPlainText(base(), text('وصل الوفد إلى بيروت مساء أمس.', 'ختام الخبر.'), id('n')),
    ]
    expect(to).toEqual({
      ...from,
      document: [
        from.document[0],
        {
          ...from.document[1],
          children: [{ text: 'وصل ' }, { text: 'الوفد', bold: true }, { text: ' إلى بيروت مساء أمس.' }],
        },
        ...from.document.slice(2),
      ],
    })
  })

  it('takes lines away and adds others', () => {
    const to = headFromPlainText(base(), text('وصل الوفد إلى بغداد مساء أمس.', 'فقرة جديدة عن أمر آخر.'), id('n'))
    expect(to.document.map(({ type }) => type)).toEqual(['headline', 'paragraph', 'paragraph', 'figure'])
    expect(to.document[2]).toMatchObject({ children: [{ text: 'فقرة جديدة عن أمر آخر.' }] })
  })

  it('that says the same proposes nothing', () => {
    expect(headFromPlainText(base(), text('وصل الوفد إلى بغداد مساء أمس.', 'ختام الخبر.'), id('n'))).toEqual(base())
  })
})

it('a text with blocks of its own takes the place of all blocks, under their ids', () => {
  const to = headFromBlocks(base(), text('وصل الوفد إلى بيروت مساء أمس.', 'ختام الخبر.'))
  expect(to.document.map((block) => block.id)).toEqual(['b5', 'b1', 'b6'])
  expect(to.metadata.section).toBe('سياسة')
})
