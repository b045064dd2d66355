import { articleName } from '#core/article/opening.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { RecoveryReport } from '#core/contract/store.ts'
import type { WriteDb } from '../handles.ts'
import { digest } from '../seal.ts'
import { getArticleHead, type ArticleHead } from '../tables/articles.ts'
import { soundContent } from './content.ts'
import { addRows, putArticle } from './merge.ts'
import { bringProposalsForward } from './merge-review.ts'
import { knownRows } from './read-store.ts'
import type { KnownRow } from './row.ts'
import { salvage } from './salvage.ts'

/** The ids of the articles that rows belong to; texts are looked up by their number. */
function mentioned(db: WriteDb, rows: readonly KnownRow[]): string[] {
  const ids = rows.flatMap((row) => {
    if (row.table === 'articles') return [row.row.id]
    if (row.table === 'events') return [row.values[0] ?? '']
    if (row.table !== 'texts') return []
    const found = db.get<{ id: string }>('SELECT id FROM articles WHERE number = :number', { number: row.number })
    return found === undefined ? [] : [found.id]
  })
  return [...new Set(ids)]
}

/**
 * Adds to a store what the end of its log proves by hashes though SQLite skips it: the last change before a crash, a part
 * of which is damaged. It cannot be known whether that change was acknowledged, so its undamaged parts are kept.
 * @param unread what `unreadLog` returns
 * @returns how many articles were brought forward, and those with a later text that is damaged.
 */
export function bringForward(db: WriteDb, unread: Buffer): Pick<RecoveryReport, 'recovered' | 'older'> {
  const rows = [...salvage(Buffer.alloc(0), unread)]
  return db.transaction(() => {
    const ids = mentioned(db, rows)
    const content = soundContent([...knownRows(db, ids), ...rows])
    const older: RecoveryReport['older'] = []
    let recovered = 0
    for (const id of ids) {
      const head = headOf(db, id)
      const found = content.articles.get(id)
      if (found !== undefined && (head === null || isLater(found.row, head))) {
        putArticle(db, found)
        recovered += 1
      } else if (head !== null && isBegun(db, id, rows)) {
        older.push({ id, headline: found === undefined ? '' : articleName(found.article), at: head.updatedAt })
      }
    }
    addRows(db, content)
    bringProposalsForward(db, content.review)
    return { recovered, older }
  })
}

/** @returns null for a damaged row too: its save number proves nothing. */
function headOf(db: WriteDb, id: string): ArticleHead | null {
  try {
    return getArticleHead(db, id)
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

type Row = { save_number: number; updated_at: string; deleted_at: string | null }

function isLater(
  { save_number, updated_at, deleted_at }: Row,
  { saveNumber, updatedAt, deletedAt }: ArticleHead,
): boolean {
  if (save_number !== saveNumber) return save_number > saveNumber
  return updated_at === updatedAt ? deleted_at !== deletedAt : updated_at > updatedAt
}

/** Whether the rows hold a later head, a text or an event of an article that the store lacks. */
function isBegun(db: WriteDb, id: string, rows: readonly KnownRow[]): boolean {
  const head = headOf(db, id)
  const number = db.get<{ number: number }>('SELECT number FROM articles WHERE id = :id', { id })?.number
  return rows.some((row) => {
    if (row.table === 'articles') return row.row.id === id && head !== null && isLater(row.row, head)
    if (row.table === 'texts') return row.number === number && digest(row.json) !== head?.hash
    if (row.table !== 'events' || row.values[0] !== id) return false
    const { seal } = row
    return db.get('SELECT 1 FROM events WHERE article_id = :id AND seal = :seal', { id, seal }) === undefined
  })
}
