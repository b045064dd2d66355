import { useEffect, useRef, useState } from 'react'
import { errorWords } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { SaveStatus } from './autosave.ts'
import { useValue, type ValueFeed } from './value-feed.ts'

/**
 * The save status in one word. It changes with every pause, so screen readers do not announce it. They announce a failure
 * in the notice that offers the ways out, and the end of a failure here.
 */
export function SaveStatusWord({ feed }: { feed: ValueFeed<SaveStatus> }) {
  const t = useT()
  const status = useValue(feed)
  const state = status.state === 'failed' ? 'unsaved' : status.state
  const isBack = useIsBack(feed)
  const words =
    status.state === 'failed'
      ? t('writing.unsavedBecause', { reason: errorWords(status.error, t) })
      : t(`writing.${status.state}`)
  return (
    <span className="save-status" data-testid="save-status" data-state={state} data-failed={status.state === 'failed'}>
      <span aria-hidden className="save-dot" />
      {status.state === 'failed' ? <span title={words}>{t('writing.unsaved')}</span> : words}
      <span className="visually-hidden" role="status">
        {isBack ? t('writing.savedAgain') : ''}
      </span>
    </span>
  )
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
