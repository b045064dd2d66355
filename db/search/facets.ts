import type { ReadDb } from '../handles.ts'
import { AUTHOR } from './list.ts'

/** A longer list is no help; a rarer author or section can be searched for. */
const MOST = 200

/** @returns the authors and sections of all articles, the most frequent first. */
export function listFacets(db: ReadDb): { authors: string[]; sections: string[] } {
  const values = (expression: string): string[] =>
    db
      .all<{ value: string }>(
        `SELECT ${expression} AS value FROM articles WHERE deleted_at IS NULL GROUP BY 1 HAVING value <> ''
         ORDER BY count(*) DESC, value LIMIT ${MOST}`,
      )
      .map(({ value }) => value)
  return { authors: values(AUTHOR), sections: values('section') }
}
