import { useEffect, useState } from 'react'
import type { Article } from '#core/article/article.ts'
import { differenceInSteps, type Difference } from '#core/changes/reading.ts'
import { inSlices } from './slices.ts'

/**
 * Compares two versions without blocking the window. While the newer one is being edited, the last comparison is shown
 * until the next is done, so that nobody loses their place.
 * @returns null until there is something to show
 */
export function useChange(older: Article | null, newer: Article | null): Difference | null {
  const [known, setKnown] = useState<{ older: Article; change: Difference } | null>(null)
  useEffect(() => {
    if (older === null || newer === null) return
    return inSlices(differenceInSteps(older, newer), (change) => setKnown({ older, change }))
  }, [older, newer])
  return known !== null && known.older === older && newer !== null ? known.change : null
}
