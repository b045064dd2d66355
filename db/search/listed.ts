import type { Article } from '#core/article/article.ts'
import { openingWords } from '#core/article/opening.ts'
import { figures } from '#core/article/text-nodes.ts'
import { articleWords } from '#core/article/words.ts'
import { sortKey } from '#core/text/sort-key.ts'
import type { WriteDb } from '../handles.ts'

/** What lists sort and filter by, and show besides the sealed columns: the columns that follow behind the saves. */
type Listed = {
  kind: string
  urgency: number | null
  /** When it ends, ISO 8601, UTC. */
  embargo: string | null
  /** The hash of the first picture; empty for none. */
  picture: string
  /** The first words of an article without a headline. */
  opening: string
  headline_key: string
  author_key: string
}

const COLUMNS = ['kind', 'urgency', 'embargo', 'picture', 'opening', 'headline_key', 'author_key'] as const
const CHANGE = `UPDATE articles SET ${COLUMNS.map((name) => `${name} = :${name}`).join(', ')}
  WHERE number = :number AND (${COLUMNS.map((name) => `${name} IS NOT :${name}`).join(' OR ')})`

/** The row of an article, as far as these columns are taken from it. */
export type Named = { headline: string; author: string }

/** @param article null for a damaged one: only its row is known. */
function listedOf(article: Article | null, { headline, author }: Named): Listed {
  const { kind = '', urgency = null, embargo = null } = article?.metadata ?? {}
  const pictures = article === null ? [] : figures(article.document).flatMap(({ asset }) => asset ?? [])
  return {
    ...{ kind, urgency, headline_key: sortKey(headline), author_key: sortKey(author) },
    embargo: embargo === null ? null : new Date(embargo).toISOString(),
    picture: pictures[0]?.hash ?? '',
    opening: article === null || headline !== '' ? '' : openingWords(article),
  }
}

/**
 * Brings these columns up to date. Most saves change only the number of words: an index whose column stays is not written.
 * @param article null for a damaged one, which has no words
 */
export function setListed(db: WriteDb, number: number, article: Article | null, row: Named): void {
  const words = article === null ? 0 : articleWords(article)
  db.run('UPDATE articles SET words = :words WHERE number = :number AND words <> :words', { number, words })
  db.run(CHANGE, { ...listedOf(article, row), number })
}
