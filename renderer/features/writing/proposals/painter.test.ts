import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { head, newArticle, paragraph } from '#core/article/factories.ts'
import { paintBack, partsBack } from './painter.ts'

function article(...texts: readonly string[]): Article {
  let made = 0
  const newId = (): string => `b${(made += 1)}`
  const document = [head('headline', newId, 'عنوان'), ...texts.map((text) => paragraph(newId, text))]
  return newArticle('a1', newId, document)
}

describe('paintBack', () => {
  const before = article('وصل الوزير. وغادر الوفد.')
  const now = article('وصل الوزير.', 'وغادر الوفد.')
  const proposal = {
    id: 'p1',
    by: 'كريم',
    note: '',
    base: before,
    head: now,
    saveNumber: 0,
    createdAt: '',
    updatedAt: '',
  }

  it('calls a paragraph that was split split, though the way back joins it', () => {
    const { items } = paintBack(now, proposal, 0, partsBack(now, before))
    expect(items().map(({ description }) => description.aspects)).toEqual([['split']])
  })

  it('calls paragraphs that were joined joined', () => {
    const { items } = paintBack(before, { ...proposal, base: now, head: before }, 0, partsBack(before, now))
    expect(items().map(({ description }) => description.aspects)).toEqual([['joined']])
  })
})
