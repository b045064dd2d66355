import { useEffect, useState } from 'react'
import type { Article } from '#core/article/article.ts'
import { call } from '#renderer/bridge/client.ts'

/**
 * @param hash of a version; null to ask nothing
 * @returns the version at which it left the line of the article, so that both can be merged; null if it did not, or while
 *   that is not known
 */
export function useFork(id: string, hash: string | null): Article | null {
  const [found, setFound] = useState<{ hash: string; base: Article | null } | null>(null)
  useEffect(() => {
    if (hash === null) return
    let isWanted = true
    call('history.fork', { id, hash }).then(
      ({ base }) => isWanted && setFound({ hash, base }),
      // The comparison shows why the history cannot be read.
      () => isWanted && setFound({ hash, base: null }),
    )
    return () => {
      isWanted = false
    }
  }, [id, hash])
  return found?.hash === hash ? found.base : null
}
