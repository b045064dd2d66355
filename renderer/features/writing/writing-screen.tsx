import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Article } from '#core/article/article.ts'
import { headText } from '#core/article/plain-text.ts'
import { articleWords } from '#core/article/words.ts'
import { clientId } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { useChanges } from '#renderer/bridge/use-changes.ts'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText, isRefused } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { usePane } from '#renderer/ui/use-pane.ts'
import type { InspectorTab } from './inspector.tsx'
import type { Session } from './session.ts'
import type { Mode } from './mode.ts'
import { adoptSession, dropSession, leaveSession, openProposing, openSession } from './sessions.ts'
import { TakeOut } from './take-out.tsx'
import { OpenArticle } from './open-article.tsx'
import { useLateReload } from './use-late-reload.ts'
import type { WritingScreenProps } from './writing-screen-props.ts'

/** At this width the side panel covers the page: writing.css has the same width. */
const NARROW = '(width < 78rem)'

const isBlank = (article: Article): boolean =>
  articleWords(article) === 0 && headText(article, 'headline').trim() === ''

/** In these, a proposal could not be saved either, or nobody would read it. */
const NOT_FOR_PROPOSALS: ReadonlySet<Session['opened']['readOnlyReason']> = new Set([
  'store-read-only',
  'store-full',
  'killed',
])

/** An open article. `isAfterStep`: it was reopened because a step of the review was taken. */
type Shown = { session: Session; proposing: Session | null; opening: string; isAfterStep: boolean }

/** Opens an article and shows it for writing, or read-only with the reason. */
export function WritingScreen(props: WritingScreenProps) {
  const t = useT()
  const { id } = props
  const actor = useActor()
  const [shown, setShown] = useState<Shown | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [openings, setOpenings] = useState(0)
  const reload = useCallback(() => setOpenings((count) => count + 1), [])
  const stepped = useRef(false)
  const reloadAfterStep = useCallback(() => {
    stepped.current = true
    reload()
  }, [reload])
  const [tab, setTab] = useState<InspectorTab | null>(null)
  // Here, because the article is opened anew after each step.
  const reviewView = useState<Comments['view'] | null>(null)
  const inspector = usePane('midad.inspector', NARROW)
  const { reloadSoon, setComparing } = useLateReload(reload)
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
        // Synchronously: a key that reached the old screen now would never be saved.
        flushSync(() => {
          // Beside a blank page stand its outline and counts, not a form.
          setTab((now) => now ?? (isBlank(session.current()) ? 'text' : 'review'))
          setShown({ session, proposing: null, opening: `${openings} ${role}`, isAfterStep: stepped.current })
          stepped.current = false
          setError(null)
        })
      },
      (refusal: unknown) => isWanted && setError(refusal),
    )
    return () => {
      isWanted = false
    }
    // Reopen when the role changes, since it decides what may be written; the name does not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, role, openings])
  useChanges((change) => {
    // What is proposed lies beside the article as it was; it is carried onto the new one the next time.
    if (shown === null || shown.proposing !== null || shown.session.opened.editable) return
    const isElsewhere =
      change !== null && change.type === 'article-changed' && change.id === id && change.by !== clientId()
    // An opening that makes this window read-only gives its own lock back: that is no reason to open it once more.
    const isFree = change !== null && change.type === 'article-released' && change.id === id && change.by !== clientId()
    if (change !== null && !isElsewhere && !isFree) return
    reloadSoon()
  })
  const proposed = useRef<Session | null>(null)
  useEffect(
    () => () => {
      if (proposed.current !== null) leaveSession(proposed.current)
      proposed.current = null
    },
    [id, openings],
  )
  async function changeMode(mode: Mode): Promise<void> {
    if (shown === null || (mode === 'propose') === (shown.proposing !== null)) return
    const { session } = shown
    try {
      if (mode === 'edit') {
        if (shown.proposing !== null) await shown.proposing.save()
        if (proposed.current !== null) leaveSession(proposed.current)
        proposed.current = null
        await session.book.load()
        setShown({ ...shown, proposing: null })
        // Somebody else may have written meanwhile.
        if (!session.opened.editable) reload()
        return
      }
      // What is proposed begins with the article as it is saved.
      if (session.opened.editable && !(await session.save())) return
      const proposing = await openProposing(session)
      adoptSession(proposing)
      proposed.current = proposing
      flushSync(() => setShown({ ...shown, proposing, isAfterStep: false }))
    } catch (refusal) {
      setError(refusal)
    }
  }
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
  if (shown === null || tab === null) return <Progress label={t('writing.opening')} />
  const { session, proposing, opening, isAfterStep } = shown
  return (
    <OpenArticle
      key={`${opening} ${proposing === null ? 'edit' : 'propose'}`}
      {...props}
      onMode={NOT_FOR_PROPOSALS.has(session.opened.readOnlyReason) ? null : (mode) => void changeMode(mode)}
      {...{ session: proposing ?? session, tab, reviewView, inspector, isAfterStep, onComparing: setComparing }}
      onTab={setTab}
      onStep={reloadAfterStep}
    />
  )
}
