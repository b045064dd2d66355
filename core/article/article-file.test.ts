import { describe, expect, it } from 'vitest'
import { readArticleFile, writeArticleFile } from './article-file.ts'
import { head, newArticle, paragraph } from './factories.ts'
import { ArticleError } from './parse.ts'

const ids = (): (() => string) => {
  let count = 0
  return () => `b${(count += 1)}`
}

function article() {
  const newId = ids()
  const made = newArticle('a1', newId, [head('headline', newId, 'عنوان «أول»'), paragraph(newId, 'مُحَمَّد قال: C++')])
  return { ...made, metadata: { ...made.metadata, section: 'سياسة' } }
}
const picture = { hash: 'ab'.repeat(32), name: 'صورة.png', bytes: 'AAEC' }

describe('an article file', () => {
  it('reads back the same article and pictures', () => {
    const text = writeArticleFile(article(), '2026-11-24T08:00:00.000Z', [picture])
    expect(readArticleFile(`\uFEFF${text}`, ids())).toEqual({ article: article(), pictures: [picture], base: null })
  })
  it.each([
    ['no JSON', 'نص'],
    ['another file', '{"format":"other","version":1,"article":{},"savedAt":"","pictures":[]}'],
    ['no valid article in it', '{"format":"midad-article","version":1,"article":{},"savedAt":"","pictures":[]}'],
    ['a later version of the file', '{"format":"midad-article","version":2,"article":{},"savedAt":"","pictures":[]}'],
  ])('is refused: %s', (_name, text) => {
    expect(() => readArticleFile(text, ids())).toThrow(ArticleError)
  })
})
