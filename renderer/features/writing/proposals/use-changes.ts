import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Decorate } from '#renderer/editor/decorations.ts'
import { decorateChanges } from '#renderer/editor/proposals/decorate-changes.ts'
import type { Session } from '../session.ts'

/** @returns what draws the changes of a session in its text; another function whenever something else is drawn */
export function useDrawnChanges({ board, book }: Session): Decorate {
  const version = useSyncExternalStore(board.subscribe, board.version)
  useEffect(() => void book.load(), [book])
  // `version` makes the function another one; the board says what is drawn.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => decorateChanges(board), [board, version])
}
