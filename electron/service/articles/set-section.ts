import type { NewId } from '#core/article/factories.ts'
import { houseSpelling } from '#core/article/sections.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor } from '#core/review/states.ts'
import { editEffect } from '#core/review/workflow.ts'
import { getSettings } from '#db/tables/settings.ts'
import { loadArticle } from './load-article.ts'
import { save } from './save-article.ts'
import type { WriteContext } from './write-context.ts'

/**
 * Puts an article into a section, as an edit. Whoever changes several at once does not look at each, so none of them may lose
 * its approval, or its place in the review, by it.
 * @throws ContractError `would-move` for an article that the edit would move to another state; what `save` throws.
 */
export function setSection(
  id: string,
  { section, actor }: { section: string; actor: Actor },
  context: WriteContext & { newBlockId: NewId },
): void {
  const { article, state, saveNumber, caret } = loadArticle(context.store, id)
  const name = houseSpelling(getSettings(context.store.db).sections, section)
  if (article.metadata.section === name) return
  const effect = editEffect(state, actor.role)
  if (effect.allowed && effect.becomes !== null) {
    throw new ContractError('would-move', { from: state, to: effect.becomes })
  }
  const metadata = { ...article.metadata, section: name }
  save({ article: { ...article, metadata }, baseSaveNumber: saveNumber, caret, actor }, context)
}
