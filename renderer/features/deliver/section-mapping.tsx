import type { Draft } from './draft.ts'
import { NameMapping } from './name-mapping.tsx'

type Rows = Draft['sections']

const WORDS = {
  title: 'destinations.sections',
  hint: 'destinations.sections-hint',
  here: 'destinations.section',
  there: 'destinations.category',
  add: 'destinations.section-add',
} as const

/** Maps the house's sections to the destination's names. A section that is not listed keeps its name. */
export function SectionMapping({ rows, onChange }: { rows: Rows; onChange: (rows: Rows) => void }) {
  return (
    <NameMapping
      words={WORDS}
      rows={rows.map(({ section, category }) => [section, category] as const)}
      onChange={(changed) => onChange(changed.map(([section, category]) => ({ section, category })))}
    />
  )
}
