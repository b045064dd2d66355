import { useCallback, useEffect, useState } from 'react'
import type { Standing } from '#core/review/standing.ts'
import { call } from './client.ts'
import { useChanges } from './use-changes.ts'

const NOWHERE: Standing = { places: [], isLive: false, embargo: null }

/** @returns what is known outside the house of an article, kept up to date; nothing until it is loaded */
export function useStanding(id: string): Standing {
  const [standing, setStanding] = useState(NOWHERE)
  const load = useCallback(() => {
    // The screens that show this report what is wrong with the article or the store.
    call('review.standing', { id }).then(setStanding, () => setStanding(NOWHERE))
  }, [id])
  useEffect(load, [load])
  useChanges((change) => {
    if (change === null) return load()
    if ((change.type === 'article-changed' || change.type === 'delivery-changed') && change.id === id) load()
  })
  return standing
}
