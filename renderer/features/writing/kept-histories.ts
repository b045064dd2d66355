import type { Editor } from 'slate'
import type { Article } from '#core/article/article.ts'
import { articleHash } from '#core/article/canonical.ts'

type Kept = { hash: string; history: Editor['history'] }

/** So many articles keep their undo history. Each is bounded by itself, in `with-undo-steps.ts`. */
const MOST = 20

/** The histories of articles that were left, the last one last. */
const kept = new Map<string, Kept>()

/** Keeps the undo history of an article that is left, with the text that it belongs to. */
export function keepHistory(article: Article, history: Editor['history']): void {
  kept.delete(article.id)
  if (history.undos.length + history.redos.length > 0) kept.set(article.id, { hash: articleHash(article), history })
  for (const id of kept.keys()) {
    if (kept.size <= MOST) break
    kept.delete(id)
  }
}

/** @returns the history that was kept of an article; undefined if there is none, or if the article changed since */
export function historyOf(article: Article): Editor['history'] | undefined {
  const found = kept.get(article.id)
  return found?.hash === articleHash(article) ? found.history : undefined
}
