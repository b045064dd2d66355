import { useState } from 'react'
import { isLate, type Assignment } from '#core/review/assignment.ts'
import type { State } from '#core/review/states.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Clock } from '#renderer/ui/clock.tsx'
import { AlertText, errorWords } from '#renderer/ui/error-text.tsx'
import { refusalWords } from '#core/locale/refusal.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { useNow } from '#renderer/ui/use-now.ts'
import { AssignDialog } from './assign-dialog.tsx'

type AssignmentSectionProps = { id: string; state: State; assignment: Assignment }

/** Who is to do what with this article, and by when; and a button that changes it. */
export function AssignmentSection({ id, state, assignment }: AssignmentSectionProps) {
  const t = useT()
  const now = useNow()
  const [isAsking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { assignee, deadline, instruction } = assignment
  const late = isLate(deadline, state, now)
  const isNone = assignee === '' && deadline === null && instruction === ''

  async function assign(given: Assignment): Promise<void> {
    setAsking(false)
    setRefusal(null)
    try {
      const { refused } = await call('desk.assign', { ids: [id], assignment: given })
      const [first] = refused
      if (first !== undefined) setRefusal(refusalWords(first.code, first.params, t))
    } catch (error) {
      setRefusal(errorWords(error, t))
    }
  }

  return (
    <section aria-labelledby="review-assignment" data-testid="assignment">
      <h2 id="review-assignment" className="review-title">
        {t('desk.assignment')}
      </h2>
      {isNone ? <p className="steps-none">{t('desk.assigned-nobody')}</p> : null}
      {assignee === '' ? null : <p>{t('desk.assigned', { name: assignee })}</p>}
      {deadline === null ? null : (
        <p className={late ? 'assignment-late' : undefined}>
          {t(late ? 'desk.late' : 'desk.due')} <Clock at={deadline} now={now} />
        </p>
      )}
      {instruction === '' ? null : (
        <blockquote dir="rtl" className="history-note">
          {instruction}
        </blockquote>
      )}
      <Button onPress={() => setAsking(true)} testId="assign">
        {t(isNone ? 'desk.assign-open' : 'desk.assign-change')}
      </Button>
      {refusal === null ? null : <AlertText text={refusal} isAnswer />}
      {isAsking ? (
        <AssignDialog
          count={1}
          initial={assignment}
          onApply={(given) => void assign(given)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  )
}
