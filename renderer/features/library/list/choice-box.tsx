import { useT } from '#renderer/ui/locale.tsx'
import type { Named } from './put-away-button.tsx'
import '../chosen.css'

type ChoiceBoxProps = { row: Named; isChosen: boolean; onToggle: () => void }

/** Chooses the article of a row. It shows while one points at the row or goes through it, and once anything is chosen. */
export function ChoiceBox({ row, isChosen, onToggle }: ChoiceBoxProps) {
  const t = useT()
  return (
    <label className="article-choice">
      <input
        type="checkbox"
        data-testid="choice"
        aria-label={t('library.choose', { headline: row.headline || t('common.untitled') })}
        checked={isChosen}
        onChange={({ currentTarget }) => {
          onToggle()
          // The keys go on from the row: they choose more, open, or search.
          currentTarget.closest<HTMLElement>('[role=row]')?.focus({ preventScroll: true })
        }}
        // By keyboard it is the space bar on the row.
        tabIndex={-1}
      />
    </label>
  )
}
