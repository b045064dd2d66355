import { useId, useState } from 'react'
import type { Point } from '#core/contract/history.ts'
import { useLocale } from '#renderer/ui/locale.tsx'
import { pointTime, reasonWords } from './point-words.ts'

type VersionSelectProps = {
  label: string
  points: readonly Point[]
  /** The key of a version; null for the current article. */
  value: string | null
  /** Whether the current article can be chosen. */
  hasNow: boolean
  onChange: (key: string | null) => void
}

const NOW = 'now'

/** Chooses one version of an article. */
export function VersionSelect({ label, points, value, hasNow, onChange }: VersionSelectProps) {
  const { t, tag } = useLocale()
  const id = useId()
  const [today] = useState(() => new Date().toDateString())
  // The time comes first: where the name is cut off, the time tells two versions of one kind apart.
  const name = (point: Point): string =>
    [pointTime(point, tag, today), reasonWords(point, t), point.by].filter(Boolean).join(' · ')
  return (
    <div className="version-select">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field-input"
        value={value ?? NOW}
        onChange={({ target }) => onChange(target.value === NOW ? null : target.value)}
      >
        {hasNow ? <option value={NOW}>{t('history.now')}</option> : null}
        {points.map((point) => (
          <option key={point.key} value={point.key}>
            {name(point)}
          </option>
        ))}
      </select>
    </div>
  )
}
