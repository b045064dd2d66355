import { articleText } from '#core/article/plain-text.ts'
import { findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'
import { reviewState } from './review-state.ts'

/** Shows an article: its text, or with `--json` all that is stored, with its history, threads and proposals. */
export async function showCommand(session: Session, typedId: string): Promise<Answer> {
  const id = await findArticle(session, typedId)
  const { article, state, author, saveNumber, updatedAt } = await session.call('articles.get', { id })
  const { events: history } = await session.call('review.history', { id })
  return {
    value: { ...article, state, author, saveNumber, updatedAt, history, ...(await reviewState(session, id, article)) },
    lines: [[id, session.t(`common.state-${state}`), author, updatedAt].join('\t'), '', articleText(article)],
  }
}
