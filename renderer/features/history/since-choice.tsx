import { useId, useState } from 'react'
import type { Point } from '#core/contract/history.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { pointTime, reasonWords } from './point-words.ts'

type SinceChoiceProps = {
  /** Newest first. */
  points: readonly Point[]
  /** @param points the chosen one and those after it, the oldest first */
  onSince: (points: readonly Point[]) => void
}

/** So many versions are read to find who wrote what. Of a longer history, those in between are left out. */
const MOST = 30

/** Chooses a point in the history, and shows in the text what changed since. */
export function SinceChoice({ points, onSince }: SinceChoiceProps) {
  const { t, tag } = useLocale()
  const { name } = useActor()
  const id = useId()
  const [today] = useState(() => new Date().toDateString())
  const submitted = points.find(({ to, by }) => to === 'submitted' && by === name)
  const approved = points.find(({ to }) => to === 'approved')
  const choose = (key: string): void => {
    const at = points.findIndex((point) => point.key === key)
    if (at === -1) return
    const after = points.slice(0, at + 1)
    const step = Math.ceil(after.length / MOST)
    onSince(after.filter((_point, index) => index === at || index % step === 0).toReversed())
  }
  if (points.length === 0) return null
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {t('proposals.since-title')}
      </label>
      <select id={id} className="field-input" value="" onChange={({ target }) => choose(target.value)}>
        <option value="">{t('proposals.since-none')}</option>
        {submitted === undefined ? null : <option value={submitted.key}>{t('proposals.since-submitted')}</option>}
        {approved === undefined ? null : <option value={approved.key}>{t('proposals.since-approved')}</option>}
        {points.map((point) => (
          <option key={point.key} value={point.key}>
            {[pointTime(point, tag, today), reasonWords(point, t), point.by].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
    </div>
  )
}
