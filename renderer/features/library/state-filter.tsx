import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { MessageKey } from '#core/locale/translate.ts'
import type { State } from '#core/review/states.ts'
import { useLocale } from '#renderer/ui/locale.tsx'

/** The states as a desk thinks of them: what leaves the house is one thing to whoever looks for it. */
export const STATE_GROUPS: Readonly<Record<string, { label: MessageKey; states: readonly State[] }>> = {
  all: { label: 'library.all', states: [] },
  draft: { label: 'common.state-draft', states: ['draft'] },
  submitted: { label: 'common.state-submitted', states: ['submitted'] },
  'in-review': { label: 'common.state-in-review', states: ['in-review'] },
  returned: { label: 'common.state-returned', states: ['returned'] },
  approved: { label: 'common.state-approved', states: ['approved'] },
  exported: { label: 'common.state-exported', states: ['exported'] },
  published: { label: 'common.state-published', states: ['published', 'corrected'] },
  killed: { label: 'common.state-killed', states: ['killed'] },
}

type StateFilterProps = {
  group: string
  counts: Partial<Record<State, number>>
  onChange: (group: string) => void
}

/** The groups that have articles, with how many. An empty group says nothing and is left out, unless it is chosen. */
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
