import { useCallback, useEffect, useRef } from 'react'

/** @returns whether the focus is where somebody may be writing a message. */
const isAtCards = (): boolean => document.activeElement?.closest('.card-column') != null

/**
 * Keeps a reload waiting while it would take a person's place or field away: while versions are compared, and while the
 * focus is among the comments.
 * @returns `reloadSoon` reloads now or then; `setComparing` says whether versions are compared
 */
export function useLateReload(reload: () => void): {
  reloadSoon: () => void
  setComparing: (isComparing: boolean) => void
} {
  const isComparing = useRef(false)
  const isStale = useRef(false)
  const reloadSoon = useCallback(() => {
    isStale.current = isComparing.current || isAtCards()
    if (!isStale.current) reload()
  }, [reload])
  const setComparing = useCallback(
    (next: boolean) => {
      isComparing.current = next
      if (isStale.current) reloadSoon()
    },
    [reloadSoon],
  )
  useEffect(() => {
    // The focus arrives elsewhere after it has left.
    const leave = (): void => void (isStale.current && setTimeout(reloadSoon))
    document.addEventListener('focusout', leave)
    return () => document.removeEventListener('focusout', leave)
  }, [reloadSoon])
  return { reloadSoon, setComparing }
}
