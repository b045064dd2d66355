import type { Article } from '#core/article/article.ts'
import { head, paragraph } from '#core/article/factories.ts'
import { counter } from '#tests/support/articles.ts'

export const WRITER = { name: 'سعاد', role: 'reporter' } as const

const WORDS = ['خبر', 'عاجل', 'من', 'بغداد', 'قال', 'الوزير', 'إن', 'المفاوضات', 'مستمرة', 'حتى', 'المساء']

/** @returns so many words that say which text they are of. */
export function wordsOf(mark: string, count: number): string {
  return `${mark}: ${Array.from({ length: count }, (_each, index) => WORDS[index % WORDS.length]).join(' ')}`
}

/** @returns an article with another headline and body, of about so many letters. */
export function retold(article: Article, mark: string, letters: number): Article {
  const newId = counter('block')
  return {
    ...article,
    document: [head('headline', newId, `عنوان ${mark}`), paragraph(newId, wordsOf(mark, Math.ceil(letters / 5)))],
  }
}
