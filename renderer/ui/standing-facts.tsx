import { useState } from 'react'
import { stillAt, type Standing } from '#core/review/standing.ts'
import type { State } from '#core/review/states.ts'
import { useLocale } from './locale.tsx'

type StandingFactsProps = {
  state: State
  standing: Standing
  /** Whether the end of the embargo is told elsewhere. */
  isEmbargoTold?: boolean
}

/** Says where a withdrawn or killed article still is, and until when an article is under embargo. */
export function StandingFacts({ state, standing, isEmbargoTold = false }: StandingFactsProps) {
  const { t, tag } = useLocale()
  const [now] = useState(() => Date.now())
  const { published, handed } = stillAt(state, standing)
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      {published.length === 0 ? null : (
        <strong className="still-at" data-testid="still-at">
          {t('common.still-published', { places: list.format(published) })}
        </strong>
      )}
      {handed.length === 0 ? null : (
        <strong className="still-at" data-testid="still-handed">
          {t('common.still-handed', { places: list.format(handed) })}
        </strong>
      )}
      {isEmbargoTold || standing.embargo === null || Date.parse(standing.embargo) <= now ? null : (
        <span data-testid="embargoed">{t('common.embargoed', { time: exact.format(new Date(standing.embargo)) })}</span>
      )}
    </>
  )
}
