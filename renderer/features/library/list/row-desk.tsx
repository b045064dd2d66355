import { CalendarClock, UserRound } from 'lucide-react'
import { isLate } from '#core/review/assignment.ts'
import { Clock } from '#renderer/ui/clock.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import type { Row } from '../question.ts'
import './row-desk.css'

/** To whom an article is assigned, with the deadline and the instruction. A deadline that has passed is told in words. */
export function RowAssignment({ row: { assignment, state } }: { row: Row }) {
  const t = useT()
  const now = useNow()
  const { assignee, deadline, instruction } = assignment
  if (assignee === '' && deadline === null && instruction === '') return null
  const late = isLate(deadline, state, now)
  return (
    <div className="row-desk" data-testid="row-assignment">
      <UserRound aria-hidden size={14} />
      {assignee === '' ? null : <span>{t('desk.assigned', { name: assignee })}</span>}
      {deadline === null ? null : (
        <span className={late ? 'row-late' : undefined}>
          {t(late ? 'desk.late' : 'desk.due')} <Clock at={deadline} now={now} />
        </span>
      )}
      {instruction === '' ? null : (
        <bdi className="row-instruction" title={instruction}>
          {instruction}
        </bdi>
      )}
    </div>
  )
}

/** When the embargo of an article ends, and when destinations will show it. */
export function RowClocks({ row: { scheduled, standing } }: { row: Row }) {
  const t = useT()
  const now = useNow()
  const { embargo } = standing
  const isRunning = embargo !== null && Date.parse(embargo) > now
  if (!isRunning && scheduled.length === 0) return null
  return (
    <div className="row-desk" data-testid="row-clocks">
      <CalendarClock aria-hidden size={14} />
      {isRunning ? (
        <span data-testid="embargoed">
          {t('desk.embargo-ends')} <Clock at={embargo} now={now} />
        </span>
      ) : null}
      {scheduled.map(({ destination, at }) => (
        <span key={`${destination} ${at}`}>
          {t('desk.appears-at', { destination })} <Clock at={at} now={now} />
        </span>
      ))}
    </div>
  )
}
