import type { Article } from '#core/article/article.ts'
import { ContractError } from '#core/contract/errors.ts'
import { carriesBody, type PackageAction } from '#core/export/action.ts'
import { failedChecks, type BoundStep } from '#core/export/binding.ts'
import type { Edition } from '#core/export/edition.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { WriteContext } from '../articles/write-context.ts'
import { checkFacts } from './check-facts.ts'

type CheckContext = Pick<WriteContext, 'store' | 'now'>

/**
 * Makes sure that an article passes the checks that the house requires before an editor approves it, or marks it as
 * corrected.
 * @throws ContractError `checks-failed`, with the step and the codes of the checks.
 */
export function requireForApproval(article: Article, to: 'approved' | 'corrected', context: CheckContext): void {
  const isCorrection = to === 'corrected'
  requireChecks(article, isCorrection ? 'correction' : 'approval', isCorrection ? 'correct' : 'publish', context)
}

/**
 * Makes sure that an article passes the checks that the house requires of what leaves it. A draft and the announcement of
 * a withdrawal or a kill may always leave. The settings may change while a package is made, so this is called after the
 * last wait before it is written.
 * @throws ContractError `checks-failed`, with the step and the codes of the checks.
 */
export function requireForExport(
  article: Article,
  { action, draft }: Pick<Edition, 'action' | 'draft'>,
  context: CheckContext,
): void {
  if (!draft && carriesBody(action)) requireChecks(article, 'export', action, context)
}

function requireChecks(article: Article, step: BoundStep, action: PackageAction, { store, now }: CheckContext): void {
  const { binding } = getSettings(store.db)
  const failed = failedChecks(article, step, binding, checkFacts(store.db, article.id, action, now()))
  if (failed.length > 0) throw new ContractError('checks-failed', { id: article.id, step, checks: failed.join() })
}
