import { useEffect, useEffectEvent, useMemo, useReducer, useState } from 'react'
import type { Anchor } from '#core/review/anchor.ts'
import { carriedAnchor, foundAnchor } from '#core/review/place.ts'
import { isOpen } from '#core/review/needs.ts'
import type { Article } from '#core/article/article.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { usePeople } from '#renderer/bridge/use-people.ts'
import { useThreads } from '#renderer/bridge/use-threads.ts'
import { createCardChoice } from '#renderer/editor/cards/card-choice.ts'
import type { Decorate } from '#renderer/editor/decorations.ts'
import { syncSelectionFromDom } from '#renderer/editor/keys/caret.ts'
import { NEW_CARD, UnsavedError, type Comments, type ThreadFilter } from '#renderer/editor/threads/comments.ts'
import { draftAnchor, draftId, draftText, keepDraftAnchor, keepDraftText } from '#renderer/editor/threads/drafts.ts'
import { filterThreads } from '#renderer/editor/threads/filter-threads.ts'
import { createFollower, type Followed, type Follower } from '#renderer/editor/threads/follower.ts'
import { selectedAnchor } from '#renderer/editor/threads/selected-anchor.ts'
import type { Session } from './session.ts'
import { useValue } from './value-feed.ts'

/** A new comment, and the text in which its anchor lies. */
type Draft = { anchor: Anchor; base: Article }

/** @returns the comment that was being written when this article was left; its place may be gone since. */
function keptDraft(id: string, current: Article): Draft | null {
  const anchor = draftAnchor(id)
  return anchor === null ? null : { anchor: foundAnchor(anchor, current), base: current }
}

/** Once a window shows something else, the browser may take a long time until it is idle. */
const whenIdle = (work: () => void): void => void requestIdleCallback(work, { timeout: 500 })

/**
 * Follows the comments of an article while it is written.
 * @param show opens the panel in which the comments are
 * @param view what that panel shows, once somebody chose it
 * @returns the comments, what draws their words, and the blocks that they are about
 */
export function useComments(
  session: Session,
  show: () => void,
  [view, setView]: readonly [Comments['view'] | null, Comments['setView']],
): { comments: Comments; drawComments: Decorate; blocks: ReadonlyMap<string, readonly string[]> } {
  const { editor, feed, current } = session
  const { id } = session.opened.article
  const actor = useActor()
  const list = useThreads(id)
  const { threads } = list
  const people = usePeople(threads)
  const [filter, setFilter] = useState<ThreadFilter>('open')
  const [draft, setDraft] = useState(() => keptDraft(id, current()))
  const [refusal, setRefusal] = useState<Comments['refusal']>(null)
  const [choice] = useState(createCardChoice)
  const [moves, onMove] = useReducer((count: number) => count + 1, 0)
  const [follower] = useState(() =>
    createFollower({
      ...{ editor, current, onMove, whenIdle },
      read: async (hash) => (await call('history.read', { id, hash })).article,
    }),
  )
  const shown = useMemo(
    () => filterThreads(threads ?? [], filter, actor.name, people),
    [threads, filter, actor.name, people],
  )
  useEffect(() => {
    const followed: Followed[] = shown.map(({ id: key, revision, anchor }) => ({ key, anchor, base: revision }))
    follower.set(draft === null ? followed : [...followed, { key: NEW_CARD, ...draft }])
  }, [follower, shown, draft])
  useEffect(() => feed.subscribe(follower.check), [feed, follower])
  useEffect(() => {
    // The next window knows the text as it is then, and not the one in which the comment was begun.
    if (draft === null) return
    return feed.subscribe(() => keepDraftAnchor(id, carriedAnchor(draft.anchor, draft.base, current())))
  }, [feed, draft, id, current])
  useEffect(() => follower.end, [follower])

  // `moves` counts the places that changed.
  const blocks = useMemo(() => {
    const anchors = [
      ...shown.map(({ id: key, anchor }) => ({ key, anchor })),
      ...(draft === null ? [] : [{ key: NEW_CARD, ...draft }]),
    ]
    return framedBlocks(anchors, follower)
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [follower, moves, shown, draft])

  const open = (threads ?? []).filter(isOpen).length
  const changes = useValue(session.painter.items).length
  const { isDone } = useValue(session.book.reading)
  const first = open + changes > 0 || draft !== null ? 'cards' : 'steps'
  const isUndecided = view === null && threads !== null && isDone
  useEffect(() => {
    // From then on the panel stays as it is, whatever others write.
    if (isUndecided) setView(first)
  }, [isUndecided, first, setView])
  const { put, damaged, error } = list
  const isReading = threads === null
  const shownView = view ?? first
  const latestShow = useEffectEvent(show)
  // The same until something of it changes: each card is rendered anew with another one.
  const comments = useMemo<Comments>(() => {
    const begin = (): void => {
      // A read-only text has only the selection of the DOM.
      syncSelectionFromDom(editor)
      const base = current()
      const anchor = selectedAnchor(editor, base)
      keepDraftAnchor(id, anchor)
      setDraft({ anchor, base })
    }
    const giveUp = (): void => {
      keepDraftAnchor(id, null)
      keepDraftText(id, NEW_CARD, '')
      setDraft(null)
      choice.choose(null)
    }
    return {
      ...{ articleId: id, shown, open, people, choice, filter, setFilter, setView, giveUp, pauses: feed },
      ...{ isReading, damaged, error, refusal, view: shownView },
      placeOf: follower.placeOf,
      async act(threadId, work) {
        setRefusal(null)
        try {
          put((await work()).thread)
          return true
        } catch (reason) {
          setRefusal({ threadId, error: reason })
          return false
        }
      },
      draft: draft?.anchor ?? null,
      start() {
        // What is half written about other words stays with them, and is finished or given up first.
        if (draft === null || draftText(id, NEW_CARD).trim() === '') begin()
        setView('cards')
        latestShow()
        choice.choose(NEW_CARD, 'field')
      },
      async send(text) {
        if (draft === null) return
        if (!(await session.save())) throw new UnsavedError()
        const { article, saveNumber } = await stored(session)
        const anchor = carriedAnchor(draft.anchor, draft.base, article)
        const { thread } = await call('threads.begin', {
          ...{ id, messageId: draftId(id, NEW_CARD) },
          ...{ saveNumber, anchor, text },
        })
        giveUp()
        put(thread)
        choice.choose(thread.id, 'card')
      },
    }
    // After each of the `moves`, places are others.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [
    id,
    session,
    editor,
    current,
    feed,
    follower,
    moves,
    choice,
    setView,
    put,
    shown,
    open,
    people,
    filter,
    isReading,
    damaged,
    error,
    refusal,
    shownView,
    draft,
  ])
  // Another function after each of the `moves`.
  // oxlint-disable-next-line react/exhaustive-deps
  const drawComments = useMemo(() => follower.decorate(), [follower, moves])
  return { comments, drawComments, blocks }
}

/** @returns the saved text of the article: where this window writes it, its own */
async function stored({
  mode,
  opened,
  article,
  saveNumber,
}: Session): Promise<{ article: Article; saveNumber: number }> {
  if (mode === 'edit' && opened.editable) return { article: article(), saveNumber: saveNumber() }
  return call('articles.get', { id: opened.article.id })
}

/** @returns the keys of the comments on each block, by its id; without blocks that are gone */
function framedBlocks(
  anchors: readonly Pick<Followed, 'key' | 'anchor'>[],
  { placeOf }: Follower,
): Map<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>()
  for (const { key, anchor } of anchors) {
    const place = anchor.on === 'block' ? placeOf(key) : null
    if (place?.on === 'block' && !place.isGone) groups.set(place.block, [...(groups.get(place.block) ?? []), key])
  }
  return groups
}
