import { expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { counter, smallArticle } from '#tests/support/articles.ts'
import { newChanges } from './already-here.ts'

const base = smallArticle('a', 'عنوان')

/** The article with a table, whose row has an id. */
function withRow(id: string, words: string): Article {
  const cell = { type: 'table-cell', id: 'c', dir: 'rtl', children: [{ text: words }] }
  const row = { type: 'table-row', id, dir: 'rtl', children: [cell] }
  const table = { type: 'table', id: 't', dir: 'rtl', header: false, children: [row] } as unknown as Block
  return { ...base, document: [...base.document, table] }
}

it('a proposal that comes back with other ids of its rows is no new one', () => {
  const here = [{ base, head: withRow('r', 'كلام') }]
  expect(newChanges({ base, head: withRow('other', 'كلام') }, base, here, counter())).toBeNull()
  expect(newChanges({ base, head: withRow('other', 'غيره') }, base, here, counter())).not.toBeNull()
})
