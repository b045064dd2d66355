import { useEffect, useState } from 'react'
import type { Article } from '#core/article/article.ts'
import { call } from '#renderer/bridge/client.ts'

type Version = { article: Article | null; error: unknown }

const NOTHING: Version = { article: null, error: null }

/** @returns the version with this hash; empty until it is loaded, and for null. */
export function useVersion(id: string, hash: string | null): Version {
  const [read, setRead] = useState<Version & { hash: string | null }>({ ...NOTHING, hash: null })
  useEffect(() => {
    if (hash === null) return
    let isWanted = true
    call('history.read', { id, hash }).then(
      ({ article }) => isWanted && setRead({ article, error: null, hash }),
      (error: unknown) => isWanted && setRead({ article: null, error, hash }),
    )
    return () => {
      isWanted = false
    }
  }, [id, hash])
  return read.hash === hash ? read : NOTHING
}
