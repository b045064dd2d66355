import type { State } from '#core/review/states.ts'
import { findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'

/** Moves an article to another state, if the rules of review allow it. */
export async function moveCommand(
  session: Session,
  typedId: string,
  to: State,
  options: { note: string },
): Promise<Answer> {
  const id = await findArticle(session, typedId)
  const moved = await session.call('review.move', { id, to, note: options.note })
  const { t } = session
  return {
    value: { id, from: moved.from, to: moved.to },
    lines: [t('cli.moved', { from: t(`common.state-${moved.from}`), to: t(`common.state-${moved.to}`) })],
  }
}
