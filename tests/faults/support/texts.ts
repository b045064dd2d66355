import type { Article } from '#core/article/article.ts'
import { head, paragraph } from '#core/article/factories.ts'
import { counter } from '#tests/support/articles.ts'

export const WRITER = { name: 'سعاد', role: 'reporter' } as const

const WORDS = ['خبر', 'عاجل', 'من', 'بغداد', 'قال', 'الوزير', 'إن', 'المفاوضات', 'مستمرة', 'حتى', 'المساء']

/** @returns this many words, after a mark that identifies the text. */
export function wordsOf(mark: string, count: number): string {
  return `${mark}: ${Array.from({ length: count }, (_each, index) => WORDS[index % WORDS.length]).join(' ')}`
}

/** @returns the article with another headline, and a body of about this many letters. */
export function rewritten(article: Article, mark: string, letters: number): Article {
  const newId = counter('block')
  return {
    ...article,
    document: [head('headline', newId, `عنوان ${mark}`), paragraph(newId, wordsOf(mark, Math.ceil(letters / 5)))],
  }
}
