import { ContractError } from '#core/contract/errors.ts'
import type { PackageAction } from '#core/export/action.ts'
import type { Edition } from '#core/export/edition.ts'
import type { Role, State } from '#core/review/states.ts'
import type { StoredArticle } from '#db/tables/articles.ts'
import { nextVersion } from '#db/tables/exports.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { Context } from '../context.ts'
import { actionOf, reasonOf } from './action.ts'

/** The states in which an editor has said yes to the words as they are, or to their end. */
const DECIDED: ReadonlySet<State> = new Set(['approved', 'exported', 'published', 'corrected', 'withdrawn', 'killed'])

/** @returns whether nobody has approved the words: what leaves then says that it is a draft. */
export function isDraft(state: State): boolean {
  return !DECIDED.has(state)
}

/**
 * Makes sure that a package may leave.
 * @throws ContractError `not-approved`, `role-not-allowed`; `never-exported` for the end of what nobody outside has.
 */
export function requireExportable(state: State, version: number, draft: boolean, role: Role): void {
  if (isDraft(state) && !draft) throw new ContractError('not-approved', { state })
  // What says that it is a draft is for whoever wrote it to show.
  if (!isDraft(state) && role !== 'editor') throw new ContractError('role-not-allowed')
  if ((state === 'killed' || state === 'withdrawn') && version === 1)
    throw new ContractError('never-exported', { state })
}

/** @returns what the next issue of an article says of itself. `chosen` goes before what state and words tell. */
export function editionOf(stored: StoredArticle, context: Context, chosen?: PackageAction): Edition {
  const { article, state, updatedAt } = stored
  const { db } = context.store
  const version = nextVersion(db, article.id)
  const action = actionOf(db, article, state, version)
  const { embargo } = article.metadata
  const { house, digits } = getSettings(db)
  const used = action === 'update' || action === 'correct' ? (chosen ?? action) : action
  return {
    version,
    action: used,
    draft: isDraft(state),
    at: updatedAt,
    note: reasonOf(db, article, used),
    embargoed: embargo !== null && Date.parse(embargo) > Date.parse(context.now()),
    house: { ...house, digits },
  }
}
