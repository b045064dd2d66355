import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { State } from '#core/review/states.ts'
import { useLocale } from '#renderer/ui/locale.tsx'
import { STATE_GROUPS } from './state-groups.ts'

type StateFilterProps = {
  group: string
  counts: Partial<Record<State, number>>
  onChange: (group: string) => void
}

/** Filters by group of states, with the number of articles in each. An empty group is left out unless it is chosen. */
export function StateFilter({ group, counts, onChange }: StateFilterProps) {
  const { t, tag } = useLocale()
  const number = new Intl.NumberFormat(tag)
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const shown = Object.entries(STATE_GROUPS).flatMap(([key, { label, states }]) => {
    const count = key === 'all' ? total : states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
    return count > 0 || key === group || key === 'all' ? [{ key, label, count }] : []
  })
  return (
    <ToggleButtonGroup
      aria-label={t('library.states')}
      className="state-filter"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[group]}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (typeof key === 'string') onChange(key)
      }}
    >
      {shown.map(({ key, label, count }) => (
        <ToggleButton key={key} id={key} className="state-chip">
          {t(label)} <span className="state-count">{number.format(count)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
