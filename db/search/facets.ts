import type { CallOutput } from '#core/contract/contract.ts'
import type { ReadDb } from '../handles.ts'
import { getSettings } from '../tables/settings.ts'
import { AUTHOR } from './filters.ts'
import { mergedSections } from './sections.ts'

/** A longer list is no help; a rarer author or section can be searched for. */
const MOST = 200

/** @returns the authors, sections and kinds of all articles, the most frequent first. */
export function listFacets(db: ReadDb): CallOutput<'articles.facets'> {
  const values = (expression: string, from: string): string[] =>
    db
      .all<{ value: string }>(
        `SELECT ${expression} AS value FROM ${from} WHERE deleted_at IS NULL GROUP BY 1 HAVING value <> ''
         ORDER BY count(*) DESC, value LIMIT ${MOST}`,
      )
      .map(({ value }) => value)
  return {
    authors: values(AUTHOR, 'articles'),
    sections: mergedSections(db, getSettings(db).sections).slice(0, MOST),
    // No row is read: the index holds the kind.
    kinds: values('kind', 'articles INDEXED BY articles_by_time'),
    assignees: values('assignee', 'articles INDEXED BY articles_by_assignee'),
  }
}
