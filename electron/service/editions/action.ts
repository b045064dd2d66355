import type { Article } from '#core/article/article.ts'
import { blockText } from '#core/article/plain-text.ts'
import type { PackageAction } from '#core/export/action.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { listEvents } from '#db/tables/events.ts'
import { lastExportedRevision } from '#db/tables/exports.ts'
import { getRevision } from '#db/tables/revisions.ts'

/** @returns the texts of an article's correction blocks. */
function corrections(article: Article): string[] {
  return article.document.filter(({ type }) => type === 'correction').map(blockText)
}

/**
 * @param hash of the revision that went out last, or null
 * @returns whether the article has a correction that it had not.
 */
export function hasNewCorrection(db: ReadDb, article: Article, hash: string | null): boolean {
  const last = hash === null ? null : getRevision(db, hash)
  const known = last === null ? [] : corrections(last)
  return corrections(article).some((text) => text.trim() !== '' && !known.includes(text))
}

/** @returns what the receiver of the next package has to do with it, from the article's state and corrections. */
export function packageAction(db: ReadDb, article: Article, state: State, version: number): PackageAction {
  if (state === 'killed') return 'kill'
  if (state === 'withdrawn') return 'withdraw'
  if (version === 1) return 'publish'
  return state === 'corrected' || hasNewCorrection(db, article, lastExportedRevision(db, article.id))
    ? 'correct'
    : 'update'
}

/**
 * @returns the reason for an action: the newest correction, or the note of the kill or withdrawal; empty where none is.
 */
export function reasonOf(db: ReadDb, article: Article, action: PackageAction): string {
  if (action === 'correct') return corrections(article).at(-1)?.trim() ?? ''
  if (action !== 'kill' && action !== 'withdraw') return ''
  const state: State = action === 'kill' ? 'killed' : 'withdrawn'
  return (
    listEvents(db, article.id).events.findLast(({ to, action: what }) => what === 'moved' && to === state)?.note ?? ''
  )
}
