import { useState } from 'react'
import { ContractError, type ErrorCode } from '#core/contract/errors.ts'
import type { Standing } from '#core/review/standing.ts'
import type { State } from '#core/review/states.ts'
import { moves, needsNote } from '#core/review/workflow.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { useMayMove } from '#renderer/bridge/who.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { AlertText, errorWords } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { EndDialog } from './end-dialog.tsx'
import { useNote } from './use-note.ts'
import { useRefusal } from './use-refusal.ts'

/** Refusals which mean that this window shows an outdated state. */
const STALE: ReadonlySet<ErrorCode> = new Set(['illegal-move', 'role-not-allowed', 'not-found'])

/** Steps that lead back. None is offered as the step to take, not even where there is no other. */
const BACK: ReadonlySet<State> = new Set(['draft', 'returned', 'withdrawn'])

/** A step that ends an article, and the places that had the article when it was pressed. */
type Ending = { to: 'withdrawn' | 'killed'; places: Standing['places'] }

type StepsProps = {
  id: string
  state: State
  standing: Standing
  /** Runs the work once all is saved. @returns false, without running it, when saving fails. */
  onceSaved: (work: () => Promise<unknown>) => Promise<boolean>
  onMoved: () => void
}

/** The steps that this person may take now, with a note for the next person. */
export function Steps({ id, state, standing, onceSaved, onMoved }: StepsProps) {
  const t = useT()
  const actor = useActor()
  const [note, setNote] = useNote(id)
  const [problem, setProblem] = useState<string | null>(null)
  const [refusal, setRefusal] = useRefusal(id)
  const [pending, setPending] = useState<State | null>(null)
  const [ending, setEnding] = useState<Ending | null>(null)
  const mayMove = useMayMove()
  const steps = moves(state, actor.role, standing.isLive).filter(mayMove)

  async function move(to: State, takesDown = true): Promise<void> {
    if (needsNote(state, to) && note.trim() === '') return setProblem(t('review.note-needed'))
    setProblem(null)
    setRefusal(null)
    setPending(to)
    try {
      const isDone = await onceSaved(() => call('review.move', { id, to, note, takesDown }))
      if (!isDone) return setRefusal(t('review.unsaved'))
      setNote('')
      onMoved()
    } catch (error) {
      setRefusal(errorWords(error, t))
      if (error instanceof ContractError && STALE.has(error.code)) onMoved()
    } finally {
      setPending(null)
    }
  }

  // A kill is for good; a withdrawal asks only where something is taken down. The places are asked for at the press:
  // those of the panel may not have arrived, and then a withdrawal would take the article down unasked.
  async function end(to: Ending['to']): Promise<void> {
    setRefusal(null)
    setPending(to)
    try {
      const { places } = await call('review.standing', { id })
      if (to === 'killed' || places.length > 0) return setEnding({ to, places })
    } catch (error) {
      return setRefusal(errorWords(error, t))
    } finally {
      setPending(null)
    }
    await move(to)
  }

  const refused = refusal === null ? null : <AlertText text={refusal} isAnswer />
  if (steps.length === 0) {
    const isEditors = moves(state, 'editor', standing.isLive).length > 0
    return (
      <>
        <p className="steps-none">{t(isEditors ? 'review.none-role' : 'review.none')}</p>
        {refused}
      </>
    )
  }
  return (
    <div className="steps">
      <TextField
        label={t('review.note')}
        description={t('review.note-hint')}
        value={note}
        onChange={setNote}
        error={problem}
        multiline
        maxLength={5000}
      />
      <div className="steps-buttons">
        {steps.map((to, index) => (
          <Button
            key={to}
            variant={to === 'killed' ? 'danger' : index === 0 && !BACK.has(to) ? 'primary' : 'quiet'}
            isPending={pending === to}
            isDisabled={pending !== null && pending !== to}
            onPress={() => void (to === 'withdrawn' || to === 'killed' ? end(to) : move(to))}
            testId={`move-${to}`}
          >
            {/* «اسحبها» is also the word for a withdrawal from readers. */}
            {t(to === 'draft' && state === 'withdrawn' ? 'review.back-to-draft' : `review.to-${to}`)}
          </Button>
        ))}
      </div>
      {refused}
      {ending === null ? null : (
        <EndDialog
          {...ending}
          onClose={() => setEnding(null)}
          onEnd={(takesDown) => {
            setEnding(null)
            void move(ending.to, takesDown)
          }}
        />
      )}
    </div>
  )
}
