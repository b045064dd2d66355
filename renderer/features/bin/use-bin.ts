import { useCallback, useEffect, useRef, useState } from 'react'
import type { BinRow } from '#core/contract/bin.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

/** @returns the articles in the bin, newest deletion first, kept up to date; `rows` is null until they are loaded. */
export function useBin(): { rows: readonly BinRow[] | null; error: unknown; reload: () => void } {
  const [rows, setRows] = useState<readonly BinRow[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const asked = useRef(0)
  const reload = useCallback(() => {
    asked.current += 1
    const mine = asked.current
    call('bin.list', {}).then(
      (found) => {
        // A late answer must not replace a newer one.
        if (mine !== asked.current) return
        setRows(found.rows)
        setError(null)
      },
      (refusal: unknown) => mine === asked.current && setError(refusal),
    )
  }, [])
  useEffect(reload, [reload])
  useChanges((change) => {
    // The number of words and the first words follow behind a save.
    if (change === null || change.type === 'article-changed' || change.type === 'index-changed') reload()
  })
  return { rows, error, reload }
}
