import { isEditor } from '#core/review/states.ts'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Article } from '#core/article/article.ts'
import { headText } from '#core/article/plain-text.ts'
import { articleWords } from '#core/article/words.ts'
import { nameKey } from '#core/review/mentions.ts'
import { clientId } from '#renderer/bridge/client.ts'
import { useActor, useSettings } from '#renderer/bridge/settings.tsx'
import { useChanges } from '#renderer/bridge/use-changes.ts'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import { holdTyping } from '#renderer/editor/keys/hold-typing.ts'
import { whenComposed } from '#renderer/editor/keys/watch-composition.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText, isRefused } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { usePane } from '#renderer/ui/use-pane.ts'
import type { InspectorTab } from './inspector.tsx'
import { createSince } from './proposals/since.ts'
import type { Session } from './session.ts'
import type { WritingMode } from './mode.ts'
import { rememberedMode, rememberMode } from './remembered-mode.ts'
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

function mayPropose({ opened }: Session): boolean {
  return !NOT_FOR_PROPOSALS.has(opened.readOnlyReason)
}

/** An open article. `isAfterStep`: it was reopened because a step of the review was taken. */
type Shown = { session: Session; beside: Session | null; opening: string; isAfterStep: boolean }

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
    // It shows the article itself, with the step that it took.
    rememberMode(id, 'edit')
    reload()
  }, [id, reload])
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
    // Until there is a text. Where one is shown, what is typed goes on in it, or belongs to no text: a step locks it.
    const release = latest.current === null ? holdTyping() : () => {}
    const opening = openSession(id, { name: actor.name, role }).then(
      (session) => {
        if (!isWanted) return dropSession(session)
        adoptSession(session)
        latest.current = session
        // Synchronously: a key that reached the old screen now would never be saved.
        flushSync(() => {
          // Beside a blank page stand its outline and counts, not a form.
          setTab((now) => now ?? (isBlank(session.current()) ? 'text' : 'review'))
          setShown({ session, beside: null, opening: `${openings} ${role}`, isAfterStep: stepped.current })
          stepped.current = false
          setError(null)
        })
      },
      (refusal: unknown) => isWanted && setError(refusal),
    )
    void opening.finally(release)
    return () => {
      isWanted = false
      release()
    }
    // Reopen when the role changes, since it decides what may be written; the name does not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, role, openings])
  useChanges((change) => {
    // What is proposed lies beside the article as it was; it is carried onto the new one the next time.
    if (shown === null || shown.beside !== null || shown.session.opened.editable) return
    const isElsewhere =
      change !== null && change.type === 'article-changed' && change.id === id && change.by !== clientId()
    // An opening that makes this window read-only gives its own lock back: that is no reason to open it once more.
    const isFree = change !== null && change.type === 'article-released' && change.id === id && change.by !== clientId()
    if (change !== null && !isElsewhere && !isFree) return
    reloadSoon()
  })
  /** The session that is shown instead of that of the article. */
  const beside = useRef<Session | null>(null)
  const shows = useRef(0)
  const isTurning = useRef(false)
  const leaveBeside = useCallback(() => {
    if (beside.current?.mode === 'propose') leaveSession(beside.current)
    else beside.current?.end()
    beside.current = null
  }, [])
  useEffect(() => leaveBeside, [id, role, openings, leaveBeside])
  /** The article in which the mode was begun or chosen. */
  const [begun, setBegun] = useState<string | null>(null)
  /** Shows another session of the article; null for that of the article itself. */
  async function show(open: ((session: Session) => Promise<Session>) | null): Promise<void> {
    // A choice that is stepped through by arrows asks for many; each would begin where the one before had not ended.
    if (shown === null || isTurning.current) return
    isTurning.current = true
    const { session } = shown
    const release = holdTyping()
    try {
      await whenComposed((shown.beside ?? session).editor)
      if (shown.beside !== null && !(await shown.beside.save())) return
      // What is proposed or compared begins with the article as it is saved.
      if (session.opened.editable && !(await session.save())) return
      const next = open === null ? null : await open(session)
      leaveBeside()
      if (next?.mode === 'propose') adoptSession(next)
      beside.current = next
      if (next === null) await session.book.load()
      shows.current += 1
      // Each has its own editor, and nothing of the screen may go on with another: also when a press came twice.
      const anew = `${openings} ${role} ${shows.current}`
      flushSync(() => setShown({ ...shown, beside: next, opening: anew, isAfterStep: false }))
      // Somebody else may have written meanwhile.
      if (next === null && !session.opened.editable) reload()
    } catch (refusal) {
      setError(refusal)
    } finally {
      isTurning.current = false
      // Before what was typed meanwhile goes into the text.
      flushSync(() => setBegun(id))
      release()
    }
  }
  const onMode = (mode: WritingMode): void => {
    if (mode === (shown?.beside?.mode ?? 'edit')) return
    setBegun(id)
    rememberMode(id, mode)
    void show(mode === 'propose' ? openProposing : null)
  }
  // Whoever proposed goes on so. The house may want that editors begin so in others' articles.
  const { editorsPropose } = useSettings().settings
  const isOthers = shown !== null && nameKey(shown.session.opened.author) !== nameKey(actor.name)
  const usual: WritingMode = editorsPropose && isEditor(role) && isOthers ? 'propose' : 'edit'
  const beginsProposing =
    begun !== id && shown !== null && mayPropose(shown.session) && (rememberedMode(id) ?? usual) === 'propose'
  const begin = useEffectEvent(() => void show(openProposing))
  useEffect(() => {
    if (beginsProposing) begin()
  }, [beginsProposing, id])
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
  // The article itself is not shown for the moment until what is proposed is there.
  if (shown === null || tab === null || beginsProposing) return <Progress label={t('writing.opening')} />
  const { session, opening, isAfterStep } = shown
  return (
    <OpenArticle
      key={`${opening} ${shown.beside?.mode ?? 'edit'}`}
      {...props}
      onMode={onMode}
      mayPropose={mayPropose(session)}
      canEdit={session.opened.editable}
      onSince={(points) => void show((from) => createSince(from, points))}
      {...{ session: shown.beside ?? session, tab, reviewView, inspector, isAfterStep, onComparing: setComparing }}
      onTab={setTab}
      onStep={reloadAfterStep}
    />
  )
}
