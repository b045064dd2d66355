import type { Article } from '#core/article/article.ts'
import { blockText } from '#core/article/plain-text.ts'
import type { PackageAction } from '#core/export/action.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { listEvents } from '#db/tables/events.ts'
import { lastExportedRevision } from '#db/tables/exports.ts'
import { getRevision } from '#db/tables/revisions.ts'

/** @returns the corrections that an article tells its readers of. */
function corrections(article: Article): string[] {
  return article.document.filter(({ type }) => type === 'correction').map(blockText)
}

/** @returns whether it tells of a correction of which the revision that left before did not. */
export function hasNewCorrection(db: ReadDb, article: Article, hash: string | null): boolean {
  const last = hash === null ? null : getRevision(db, hash)
  const told = last === null ? [] : corrections(last)
  return corrections(article).some((text) => text.trim() !== '' && !told.includes(text))
}

/** @returns what the receiver of the next package is to do with it, by the article's state and words. */
export function actionOf(db: ReadDb, article: Article, state: State, version: number): PackageAction {
  if (state === 'killed') return 'kill'
  if (state === 'withdrawn') return 'withdraw'
  if (version === 1) return 'publish'
  return state === 'corrected' || hasNewCorrection(db, article, lastExportedRevision(db, article.id))
    ? 'correct'
    : 'update'
}

/** @returns why, in the words of whoever withdrew or killed it, or of its newest correction; empty when nobody said. */
export function reasonOf(db: ReadDb, article: Article, action: PackageAction): string {
  if (action === 'correct') return corrections(article).at(-1)?.trim() ?? ''
  if (action !== 'kill' && action !== 'withdraw') return ''
  const state: State = action === 'kill' ? 'killed' : 'withdrawn'
  return (
    listEvents(db, article.id).events.findLast(({ to, action: what }) => what === 'moved' && to === state)?.note ?? ''
  )
}
