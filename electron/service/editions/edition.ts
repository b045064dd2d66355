import { ContractError } from '#core/contract/errors.ts'
import { carriesBody, type PackageAction } from '#core/export/action.ts'
import type { ArticleEvent } from '#core/contract/review.ts'
import type { Edition } from '#core/export/edition.ts'
import { isEditor, APPROVED, type Role, type State } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import type { StoredArticle } from '#db/tables/articles.ts'
import { listDeliveries } from '#db/tables/deliveries.ts'
import { listEvents } from '#db/tables/events.ts'
import { nextVersion } from '#db/tables/exports.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { WriteContext } from '../articles/write-context.ts'
import { packageAction, reasonOf } from './action.ts'

/** The states in which an editor has approved the text, or ended the article. */
const DECIDED: ReadonlySet<State> = new Set([...APPROVED, 'withdrawn', 'killed'])

/** The events by which an article leaves the house. */
const LEFT: ReadonlySet<ArticleEvent['action']> = new Set(['exported', 'published'])

/** @returns whether nobody has approved the text. What is exported then is marked as a draft. */
export function isDraft(state: State): boolean {
  return !DECIDED.has(state)
}

/**
 * Makes sure that a package may be exported.
 * @param draft whether the caller accepts that the package is marked as a draft
 * @throws ContractError `not-approved`, `role-not-allowed`; `never-exported` for the kill or withdrawal of an article
 *   that nobody outside has.
 */
export function requireExportable(state: State, version: number, draft: boolean, role: Role): void {
  if (isDraft(state) && !draft) throw new ContractError('not-approved', { state })
  // A draft may be exported by whoever writes it.
  if (!isDraft(state) && !isEditor(role)) throw new ContractError('role-not-allowed')
  if ((state === 'killed' || state === 'withdrawn') && version === 1)
    throw new ContractError('never-exported', { state })
}

/** @returns when an article first left the house approved; undefined if it never did. */
function firstExport(db: ReadDb, id: string): string | undefined {
  return listEvents(db, id).events.find(({ action, to }) => LEFT.has(action) && !isDraft(to))?.at
}

/** How many deliveries of an article are looked through for the address of its page. */
const RECENT = 50

/** @returns the web address that a site told last for an article that it still has; undefined for none. */
function pageOf(db: ReadDb, id: string): string | undefined {
  const arrived = listDeliveries(db, id, RECENT).deliveries.filter(({ state }) => state === 'delivered')
  const taken = new Set<string>()
  for (const { destinationId, action, progress } of arrived) {
    // The newest come first: what was taken down since is no page any more.
    if (!carriesBody(action)) taken.add(destinationId)
    else if (!taken.has(destinationId) && /^https?:/u.test(progress.link ?? '')) return progress.link ?? undefined
  }
  return undefined
}

/**
 * @param chosen an update or a correction, chosen by a person over what state and corrections say
 * @returns what the next package of an article says about itself.
 */
export function editionOf(
  stored: StoredArticle,
  { store: { db }, now }: Pick<WriteContext, 'store' | 'now'>,
  chosen?: PackageAction,
): Edition {
  const { article, state, updatedAt } = stored
  const version = nextVersion(db, article.id)
  const action = packageAction(db, article, state, version)
  const { embargo } = article.metadata
  const { house, digits } = getSettings(db)
  const used = action === 'update' || action === 'correct' ? (chosen ?? action) : action
  return {
    version,
    action: used,
    draft: isDraft(state),
    at: updatedAt,
    firstAt: firstExport(db, article.id),
    page: pageOf(db, article.id),
    note: reasonOf(db, article, used),
    embargoed: embargo !== null && Date.parse(embargo) > Date.parse(now()),
    house: { ...house, digits },
  }
}
