import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { clientId } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { useChanges } from '#renderer/bridge/use-changes.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText, isRefused } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { type InspectorTab } from './inspector.tsx'
import type { Session } from './session.ts'
import { adoptSession, dropSession, leaveSession, openSession } from './sessions.ts'
import { TakeOut } from './take-out.tsx'
import { OpenArticle, type WritingScreenProps } from './open-article.tsx'

/** Opens an article and shows it for writing, or for reading with the reason. */
export function WritingScreen(props: WritingScreenProps) {
  const t = useT()
  const { id } = props
  const actor = useActor()
  const [shown, setShown] = useState<{ session: Session; opening: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [openings, setOpenings] = useState(0)
  const reload = useCallback(() => setOpenings((count) => count + 1), [])
  const [tab, setTab] = useState<InspectorTab>('review')
  /** Whether versions are being compared: what comes from elsewhere meanwhile waits, so that nobody loses their place. */
  const looking = useRef({ isLooking: false, isStale: false })
  const look = useCallback(
    (isLooking: boolean) => {
      const { isStale } = looking.current
      looking.current = { isLooking, isStale: isLooking && isStale }
      if (!isLooking && isStale) reload()
    },
    [reload],
  )
  const latest = useRef<Session | null>(null)
  useEffect(
    () => () => {
      if (latest.current !== null) leaveSession(latest.current)
      latest.current = null
    },
    [id],
  )
  const { role } = actor
  useEffect(() => {
    let isWanted = true
    openSession(id, { name: actor.name, role }).then(
      (session) => {
        if (!isWanted) return dropSession(session)
        adoptSession(session)
        latest.current = session
        // At once: a key that the screen of the session before still heard would be saved by nobody.
        flushSync(() => {
          setShown({ session, opening: openings })
          setError(null)
        })
      },
      (refusal: unknown) => isWanted && setError(refusal),
    )
    return () => {
      isWanted = false
    }
    // Who acts is asked again when the role changes: it decides what may be written. The name does not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, role, openings])
  useChanges((change) => {
    if (shown === null || shown.session.opened.editable) return
    const isElsewhere =
      change !== null && change.type === 'article-changed' && change.id === id && change.by !== clientId()
    const isFree = change !== null && change.type === 'article-released' && change.id === id
    if (change !== null && !isElsewhere && !isFree) return
    if (looking.current.isLooking) looking.current.isStale = true
    else reload()
  })
  if (error !== null) {
    return (
      <EmptyState
        icon={null}
        title={t('writing.openFailed')}
        actions={
          <>
            {isRefused(error, 'in-the-bin') ? <TakeOut id={id} onTakenOut={reload} /> : null}
            <Button variant={isRefused(error, 'in-the-bin') ? 'quiet' : 'primary'} onPress={props.onBack}>
              {t('writing.back')}
            </Button>
            {isRefused(error, 'article-damaged') ? (
              <Button onPress={props.onVersions}>{t('history.tab')}</Button>
            ) : null}
            <Button onPress={reload}>{t('writing.retry')}</Button>
          </>
        }
      >
        <ErrorText error={error} />
      </EmptyState>
    )
  }
  if (shown === null) return <Progress label={t('writing.opening')} />
  const { session, opening } = shown
  return <OpenArticle key={opening} {...props} {...{ session, reload, tab, onLook: look }} onTab={setTab} />
}
