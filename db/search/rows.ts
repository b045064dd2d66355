import type { z } from 'zod'
import type { articleRowSchema } from '#core/contract/articles.ts'
import type { ReadDb } from '../handles.ts'
import { ARTICLE_COLUMNS, type ArticleRow as StoredRow } from '../tables/article-row.ts'
import { unreadAmong } from '../tables/deeds.ts'
import { scheduledAt } from '../tables/queues.ts'
import { standings } from '../tables/standing.ts'

export type ArticleRow = z.infer<typeof articleRowSchema>

/** What a list shows besides the sealed columns. */
export type Row = StoredRow & {
  number: number
  words: number
  picture: string
  opening: string
  urgency: number | null
  open_threads: number
  open_proposals: number
  assignee: string
  deadline: string | null
  instruction: string
}
/** For a SELECT of `Row`. */
export const SHOWN = `${ARTICLE_COLUMNS.selected}, number, words, picture, opening, urgency, open_threads, open_proposals,
  assignee, deadline, instruction`

/** @returns the rows of these numbers, in their order. @param me whose unread marks are meant */
export function rowsAt(db: ReadDb, numbers: readonly number[], me: string): ArticleRow[] {
  const rows = db.all<Row>(`SELECT ${SHOWN} FROM articles WHERE number IN (SELECT value FROM json_each(:numbers))`, {
    numbers: JSON.stringify(numbers),
  })
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  return toRows(
    db,
    numbers.flatMap((number) => byNumber.get(number) ?? []),
    me,
  )
}

/** @returns rows as lists show them, with what is known outside of each article. */
export function toRows(db: ReadDb, rows: readonly Row[], me: string): ArticleRow[] {
  const ids = rows.map(({ id }) => id)
  const known = standings(db, ids)
  const scheduled = scheduledAt(db, ids)
  const unread = unreadAmong(
    ...([db, me] as const),
    rows.map(({ number }) => number),
  )
  return rows.map((row) => ({
    ...toRow(row),
    standing: known.get(row.id) ?? NOWHERE,
    scheduled: scheduled
      .filter(({ article }) => article === row.id)
      .map(({ destination, at }) => ({ destination, at })),
    isUnread: unread.has(row.number),
  }))
}

const NOWHERE: ArticleRow['standing'] = { places: [], isLive: false, embargo: null }

function toRow(row: Row): Omit<ArticleRow, 'standing' | 'scheduled' | 'isUnread'> {
  const { assignee, deadline, instruction } = row
  return {
    assignment: { assignee, deadline, instruction },
    id: row.id,
    headline: row.headline,
    deck: row.deck,
    state: row.state,
    author: row.byline || row.creator,
    section: row.section,
    words: row.words,
    hasImage: row.has_image === 1,
    picture: row.picture,
    opening: row.opening,
    urgency: row.urgency,
    openThreads: row.open_threads,
    openProposals: row.open_proposals,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    isDamaged: !ARTICLE_COLUMNS.isSound(row),
  }
}
