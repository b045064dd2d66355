import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newArticle, head, paragraph } from '#core/article/factories.ts'
import { listQuerySchema } from '#core/contract/articles.ts'
import { fold } from '#core/text/fold.ts'
import type { WriteDb } from '#db/handles.ts'
import { indexNext } from '#db/search/indexer.ts'
import { listArticles } from '#db/search/list.ts'
import { insertArticle } from '#db/tables/articles.ts'

const FILE = join(import.meta.dirname, '..', 'fixtures', 'word-pairs.txt')

/** The half of the list that the stemmer was tuned with, the held-out half, and pairs taken later from a real article. */
export type Half = 'tuning' | 'held-out' | 'real'
export type WordPair = { typed: string; written: string; isSame: boolean; kind: string; half: Half }

/** @returns the pairs of `tests/fixtures/word-pairs.txt`; its head describes the format. */
export function wordPairs(): WordPair[] {
  const pairs: WordPair[] = []
  let section = ''
  let place = 0
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('== ')) {
      section = line.slice(3)
      place = 0
      continue
    }
    place += 1
    const [typed = '', forms = ''] = line.split(': ')
    const [sort = '', kind = ''] = section.split(': ')
    const half = sort.startsWith('real') ? 'real' : place % 2 === 1 ? 'tuning' : 'held-out'
    for (const written of forms.split(' ')) pairs.push({ typed, written, isSame: sort.endsWith('same'), kind, half })
  }
  return pairs
}

/** The results of a search for pairs. */
export type PairCounts = { same: number; missed: WordPair[]; apart: number; wrong: WordPair[]; notFirst: string[] }

/** @returns recall and precision over pairs of the same word, and the share of different words that were found. */
export function shares({ same, missed, apart, wrong }: PairCounts): {
  recall: number
  precision: number
  wrong: number
} {
  const found = same - missed.length
  return { recall: found / same, precision: found / (found + wrong.length), wrong: wrong.length / apart }
}

/**
 * Puts an article of two words into an empty store for each word of the pairs, and searches as the library does: a space
 * after the word marks it as complete.
 */
export function searchPairs(db: WriteDb, pairs: readonly WordPair[]): PairCounts {
  const words = [...new Set(pairs.flatMap(({ typed, written }) => [typed, written]))]
  let ids = 0
  const newId = (): string => `b${(ids += 1)}`
  db.transaction(() => {
    for (const word of words) {
      const article = newArticle(word, newId, [head('headline', newId, 'xxx'), paragraph(newId, word)])
      insertArticle(db, { article, state: 'draft', author: 'سعاد', at: '2026-11-24T08:00:00.000Z' })
    }
  })
  while (indexNext(db, 1000) > 0);
  const found = new Map(pairs.map(({ typed }) => [typed, find(db, typed)]))
  const isFound = ({ typed, written }: WordPair): boolean => found.get(typed)?.includes(written) === true
  return {
    same: pairs.filter(({ isSame }) => isSame).length,
    missed: pairs.filter((pair) => pair.isSame && !isFound(pair)),
    apart: pairs.filter(({ isSame }) => !isSame).length,
    wrong: pairs.filter((pair) => !pair.isSame && isFound(pair)),
    notFirst: [...found].filter(([typed, each]) => !isExactFirst(typed, each)).map(([typed]) => typed),
  }
}

function find(db: WriteDb, typed: string): string[] {
  return listArticles(db, listQuerySchema.parse({ search: `${typed} `, limit: 500 })).rows.map(({ id }) => id)
}

/** Whether articles with the exact word, in any spelling, come before all others. */
function isExactFirst(typed: string, found: readonly string[]): boolean {
  const isExact = found.map((word) => fold(word) === fold(typed))
  return isExact[0] === true && isExact.lastIndexOf(true) === isExact.filter(Boolean).length - 1
}
