import type { Editor } from 'slate'
import type { Article } from '#core/article/article.ts'
import { articleHash } from '#core/article/canonical.ts'

type Kept = { hash: string; history: Editor['history'] }

/** So many articles keep their undo history. Each is bounded by itself, in `with-undo-steps.ts`. */
const MOST = 20

/** The histories of sessions that were left, the last one last. */
const kept = new Map<string, Kept>()

/** Keeps the undo history of a session that is left, with the text that it belongs to. @param key of the session */
export function keepHistory(key: string, article: Article, history: Editor['history']): void {
  kept.delete(key)
  if (history.undos.length + history.redos.length > 0) kept.set(key, { hash: articleHash(article), history })
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break
    kept.delete(oldest)
  }
}

/** @returns the history that was kept of a session; undefined if there is none, or if the text changed since */
export function historyOf(key: string, article: Article): Editor['history'] | undefined {
  const found = kept.get(key)
  return found?.hash === articleHash(article) ? found.history : undefined
}
