import type { Draft } from './draft.ts'
import { NameMapping } from './name-mapping.tsx'

type Rows = Draft['authors']

const WORDS = {
  title: 'destinations.authors',
  hint: 'destinations.authors-hint',
  here: 'destinations.author',
  there: 'destinations.author-account',
  add: 'destinations.author-add',
} as const

/** Maps bylines to accounts at the destination. */
export function AuthorMapping({ rows, onChange }: { rows: Rows; onChange: (rows: Rows) => void }) {
  return (
    <NameMapping
      words={WORDS}
      rows={rows.map(({ byline, account }) => [byline, account] as const)}
      onChange={(changed) => onChange(changed.map(([byline, account]) => ({ byline, account })))}
    />
  )
}
