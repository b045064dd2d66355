import { useEffect, useRef, useState } from 'react'
import { errorWords } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { SaveStatus } from './autosave.ts'
import { saveTone } from './save-tone.ts'
import { useValue, type ValueFeed } from './value-feed.ts'

/**
 * The save status in one word. It changes with every pause, so screen readers do not announce it. They announce a failure
 * in the notice that offers the ways out, and the end of a failure here.
 */
export function SaveStatusWord({ feed, told }: { feed: ValueFeed<SaveStatus>; told: number }) {
  const t = useT()
  const status = useValue(feed)
  const { state } = status
  const isBack = useIsBack(feed)
  const isTold = useIsTold(told) && state === 'saved'
  // What was typed a moment ago is on its way to the disk: that is no reason to worry.
  const word = isTold ? t('writing.savedNow') : t(state === 'unsaved' ? 'writing.saving' : `writing.${state}`)
  return (
    <span
      className="save-status"
      data-testid="save-status"
      data-state={state === 'failed' ? 'unsaved' : state}
      data-tone={saveTone(status)}
    >
      <span aria-hidden className="save-dot" />
      {state === 'failed' ? (
        <span title={t('writing.unsavedBecause', { reason: errorWords(status.error, t) })}>{word}</span>
      ) : (
        word
      )}
      <span className="visually-hidden" role="status">
        {isBack ? t('writing.savedAgain') : isTold ? t('writing.savedNow') : ''}
      </span>
    </span>
  )
}

/** How long the answer to Ctrl+S is shown. */
const TOLD_MS = 3000

/** @returns whether a person asked to save just now. @param told how often they asked */
function useIsTold(told: number): boolean {
  const [over, setOver] = useState(0)
  useEffect(() => {
    if (told === 0) return
    const timer = setTimeout(() => setOver(told), TOLD_MS)
    return () => clearTimeout(timer)
  }, [told])
  return told > over
}

/** @returns whether saving works again after a failure. */
function useIsBack(feed: ValueFeed<SaveStatus>): boolean {
  const [isBack, setBack] = useState(false)
  const hasFailed = useRef(false)
  useEffect(
    () =>
      feed.subscribe(() => {
        const { state } = feed.get()
        if (state === 'failed') hasFailed.current = true
        if (state === 'failed') setBack(false)
        if (state !== 'saved' || !hasFailed.current) return
        hasFailed.current = false
        setBack(true)
      }),
    [feed],
  )
  return isBack
}
