import { useEffect, useEffectEvent } from 'react'
import { useActor } from '#renderer/bridge/settings.tsx'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import type { Session } from './session.ts'

/** The save at which a person landed in an article, so that a reload does not move them. Kept for the tab. */
const keyOf = (articleId: string): string => `midad.landed.${articleId}`

type LandingOptions = {
  session: Session
  comments: Comments
  /** False where a person comes for something else. */
  isFree: boolean
  /** Goes to the first comment. */
  land: () => void
}

/** Shows the reporter of a returned article the first open comment, once. */
export function useLanding({ session, comments, isFree, land }: LandingOptions): void {
  const { role } = useActor()
  const { state, saveNumber, article } = session.opened
  const isWanted = isFree && state === 'returned' && role === 'reporter'
  const isReady = isWanted && !comments.isReading && comments.open > 0
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
