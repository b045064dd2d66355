import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import { buildArticle } from '#core/import/text/build.ts'
import { recogniseText } from '#core/import/text/recognise.ts'
import { counter } from './articles.ts'

export const ELAPH_PATH = join(import.meta.dirname, '..', 'fixtures', 'elaph-article.txt')

/** @returns the real article as it is recognised by default, with counted ids. */
export function realArticle(): Article {
  const { lines, section } = recogniseText(readFileSync(ELAPH_PATH, 'utf8'))
  return buildArticle(lines, { id: '7f3a2c10-0000-4000-8000-000000000001', newId: counter(), section })
}
