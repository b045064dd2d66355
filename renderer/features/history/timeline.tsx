import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Point } from '#core/contract/history.ts'
import { useLocale } from '#renderer/ui/locale.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import type { Comparing } from './comparing.ts'
import { groupByDay } from './days.ts'
import { isStep, reachedState, reasonWords } from './point-words.ts'

type TimelineProps = {
  points: readonly Point[]
  comparing: Comparing | null
  onChoose: (point: Point) => void
}

/** Lists the versions of an article by day, newest first. Choosing one compares it with the current article. */
export function Timeline({ points, comparing, onChoose }: TimelineProps) {
  const { tag } = useLocale()
  const [now] = useState(() => Date.now())
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<Comparing | null>(null)
  useEffect(() => {
    // Return the focus to the version that opened the comparison.
    const from = comparing === null ? last.current?.from : undefined
    last.current = comparing
    if (from !== undefined) list.current?.querySelector<HTMLElement>(`[data-point="${CSS.escape(from)}"]`)?.focus()
  }, [comparing])
  return (
    <div ref={list} className="timeline">
      {groupByDay(points, now, tag).map(({ name, date, points: ofDay }) => (
        <section key={date} aria-label={date}>
          <h3 className="timeline-day" title={date}>
            {name}
          </h3>
          <ol className="timeline-points">
            {ofDay.map((point) => (
              <TimelinePoint key={point.key} point={point} comparing={comparing} onChoose={onChoose} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

type TimelinePointProps = Omit<TimelineProps, 'points'> & { point: Point }

function TimelinePoint({ point, comparing, onChoose }: TimelinePointProps) {
  const { t } = useLocale()
  const side = comparing?.from === point.key ? 'from' : comparing?.to === point.key ? 'to' : null
  return (
    <li
      className="timeline-point"
      data-step={isStep(point)}
      data-state={reachedState(point) ?? undefined}
      data-testid="timeline-point"
    >
      <Button
        className="timeline-choose"
        data-point={point.key}
        data-side={side ?? undefined}
        {...(side === null ? {} : { 'aria-current': true })}
        onPress={() => onChoose(point)}
      >
        <span className="timeline-reason">
          {reasonWords(point, t)}
          {side === null ? null : <span className="timeline-side">{t(`history.${side}`)}</span>}
        </span>
        <span className="timeline-facts">
          {point.by === '' ? null : <span>{point.by}</span>}
          <RelativeTime at={point.at} />
        </span>
      </Button>
    </li>
  )
}
