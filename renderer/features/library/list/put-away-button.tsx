import { Trash2 } from 'lucide-react'
import { useT } from '#renderer/ui/locale.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'

/** An article with the name that a person knows it by. */
export type Named = { id: string; headline: string }

/** Moves the row's article into the bin. It is visible while the row is hovered or focused. */
export function PutAwayButton({ row, onPutAway }: { row: Named; onPutAway: (row: Named) => void }) {
  const t = useT()
  return (
    <span className="row-action">
      <IconButton
        label={t('bin.put-named', { headline: row.headline || t('common.untitled') })}
        icon={<Trash2 aria-hidden size={16} />}
        onPress={() => onPutAway(row)}
        // Reached by the arrow keys; Tab skips the rows.
        isTabStop={false}
      />
    </span>
  )
}
