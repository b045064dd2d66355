import { useEffect, useEffectEvent } from 'react'
import { useActor } from '#renderer/bridge/settings.tsx'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import type { Session } from './session.ts'

/** The save at which a person landed in an article, so that a reload does not move them. Kept for the tab. */
const keyOf = (articleId: string): string => `midad.landed.${articleId}`

type LandingOptions = {
  session: Session
  comments: Comments
  /** Whether the proposals were read, and how many changes are open. */
  changes: { isRead: boolean; open: number }
  /** False where a person comes for something else. */
  isFree: boolean
  /** Goes to the first comment or change of the text. */
  land: () => void
}

/** Shows the reporter of a returned article the first open comment or proposed change, whichever stands first in the text, once. */
export function useLanding({ session, comments, changes, isFree, land }: LandingOptions): void {
  const { role } = useActor()
  const { state, saveNumber, article } = session.opened
  const isWanted = isFree && state === 'returned' && role === 'reporter'
  // Both, before the first of them is known.
  const isRead = !comments.isReading && changes.isRead
  const isReady = isWanted && isRead && comments.open + changes.open > 0
  const go = useEffectEvent(() => {
    if (sessionStorage.getItem(keyOf(article.id)) === String(saveNumber)) return
    sessionStorage.setItem(keyOf(article.id), String(saveNumber))
    // After this effect, in which React does not draw at once.
    queueMicrotask(land)
  })
  useEffect(() => {
    if (isReady) go()
  }, [isReady])
}
