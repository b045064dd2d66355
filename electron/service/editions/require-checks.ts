import type { Article } from '#core/article/article.ts'
import { ContractError } from '#core/contract/errors.ts'
import { failedChecks } from '#core/export/binding.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { WriteContext } from '../articles/write-context.ts'

/**
 * Makes sure that an article passes the checks that the house requires for a step. Called in the transaction of the step:
 * the settings may have changed while a package was made.
 * @throws ContractError `checks-failed`, with the codes of the checks.
 */
export function requireChecks(
  article: Article,
  step: 'approval' | 'export',
  { store, now }: Pick<WriteContext, 'store' | 'now'>,
): void {
  const failed = failedChecks(article, step, getSettings(store.db).binding, now())
  if (failed.length > 0) throw new ContractError('checks-failed', { id: article.id, checks: failed.join() })
}
