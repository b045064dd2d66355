import { useState } from 'react'
import type { Descendant } from 'slate'
import { goalSchema, type Goal } from '#core/article/goal.ts'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import type { Session } from './session.ts'
import { goalWords, useWritten } from './use-goal.ts'
import { useValue } from './value-feed.ts'

/** What is filled in when a unit is chosen: a news item, and a usual newspaper column. */
const USUAL: Readonly<Record<Goal['unit'], Goal>> = {
  words: { unit: 'words', amount: 400 },
  lines: { unit: 'lines', amount: 60, column: 35 },
}

type GoalSectionProps = { session: Session; document: readonly Descendant[]; isReadOnly: boolean }

/** How long the body should become, and how far it is. It is no edit of the article. */
export function GoalSection({ session, document, isReadOnly }: GoalSectionProps) {
  const t = useT()
  const goal = useValue(session.goal)
  const { written } = useWritten(document, session.current, goal)
  const [error, setError] = useState<unknown>(null)
  const set = (next: Goal | null): void => {
    setError(null)
    session.setGoal(next).catch(setError)
  }
  return (
    <section aria-labelledby="goal-title" className="goal">
      <h2 id="goal-title" className="panel-title">
        {t('writing.goal')}
      </h2>
      {isReadOnly ? null : (
        <Segmented<Goal['unit'] | 'none'>
          label={t('writing.goalUnit')}
          value={goal?.unit ?? 'none'}
          onChange={(unit) => set(unit === 'none' ? null : USUAL[unit])}
          options={[
            { value: 'none', label: t('writing.goalNone') },
            { value: 'words', label: t('writing.goalWords') },
            { value: 'lines', label: t('writing.goalLines') },
          ]}
        />
      )}
      {goal === null || isReadOnly ? null : <GoalFields key={goal.unit} goal={goal} onChange={set} />}
      {goal === null ? null : (
        <div className="gauge" data-over={written > goal.amount}>
          <div className="gauge-words">
            <span>{t(goal.unit === 'words' ? 'writing.words' : 'writing.lines', { count: written })}</span>
            <span>{goalWords(goal, written, t)}</span>
          </div>
          <meter aria-label={t('writing.goal')} min={0} max={goal.amount} value={Math.min(written, goal.amount)} />
        </div>
      )}
      <ErrorText error={error} />
    </section>
  )
}

function GoalFields({ goal, onChange }: { goal: Goal; onChange: (goal: Goal) => void }) {
  const t = useT()
  /** What is typed is kept as typed; only a whole goal is set. */
  const take = (change: object): void => {
    const next = goalSchema.safeParse({ ...goal, ...change })
    if (next.success) onChange(next.data)
  }
  return (
    <div className="goal-fields">
      <NumberField
        label={t(goal.unit === 'words' ? 'writing.goalAmountWords' : 'writing.goalAmountLines')}
        value={goal.amount}
        max={goal.unit === 'words' ? 100_000 : 10_000}
        onChange={(amount) => take({ amount })}
      />
      {goal.unit === 'lines' ? (
        <NumberField
          label={t('writing.goalColumn')}
          value={goal.column}
          max={200}
          onChange={(column) => take({ column })}
        />
      ) : null}
    </div>
  )
}

type NumberFieldProps = { label: string; value: number; max: number; onChange: (value: number) => void }

function NumberField({ label, value, max, onChange }: NumberFieldProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="field-input"
        type="number"
        min={1}
        max={max}
        defaultValue={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </label>
  )
}
