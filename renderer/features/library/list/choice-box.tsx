import { useT } from '#renderer/ui/locale.tsx'
import type { Row } from '../question.ts'
import { named } from './row-actions.tsx'
import '../many/chosen.css'

type ChoiceBoxProps = { row: Row; isChosen: boolean; onToggle: () => void }

/** The checkbox of a row. It is visible while the row is hovered or focused, and once any article is selected. */
export function ChoiceBox({ row, isChosen, onToggle }: ChoiceBoxProps) {
  const t = useT()
  return (
    <label className="article-choice">
      <input
        type="checkbox"
        data-testid="choice"
        aria-label={t('library.choose', { headline: named(row).headline || t('common.untitled') })}
        checked={isChosen}
        onChange={({ currentTarget }) => {
          onToggle()
          // The list's keys work from the row.
          currentTarget.closest<HTMLElement>('[role=row]')?.focus({ preventScroll: true })
        }}
        // By keyboard, Space on the row does the same.
        tabIndex={-1}
      />
    </label>
  )
}
