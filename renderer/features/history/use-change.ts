import { useMemo } from 'react'
import type { Article } from '#core/article/article.ts'
import type { Difference } from '#core/changes/reading.ts'
import { useInWorker } from '#renderer/worker/use-in-worker.ts'

/**
 * Compares two versions. While the newer one is being edited, the last comparison is shown until the next is done, so that
 * nobody loses their place.
 * @returns neither a change nor a failure until there is something to show
 */
export function useChange(
  older: Article | null,
  newer: Article | null,
): { change: Difference | null; failure: 'too-long' | 'failed' | null } {
  const input = useMemo(() => (older === null || newer === null ? null : { from: older, to: newer }), [older, newer])
  const over = useInWorker('versions of an article', input)
  if (over === null || over.input.from !== older || newer === null) return { change: null, failure: null }
  return { change: over.output, failure: over.failure }
}
