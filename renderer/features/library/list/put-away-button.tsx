import { Trash2 } from 'lucide-react'
import { useT } from '#renderer/ui/locale.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'

/** What of a row a person sees when it is put away. */
export type Named = { id: string; headline: string }

/** Puts the article of a row into the bin. It shows while one points at the row, or goes through it by keyboard. */
export function PutAwayButton({ row, onPutAway }: { row: Named; onPutAway: (row: Named) => void }) {
  const t = useT()
  return (
    <span className="row-action">
      <IconButton
        label={t('bin.put-named', { headline: row.headline || t('common.untitled') })}
        icon={<Trash2 aria-hidden size={16} />}
        onPress={() => onPutAway(row)}
        // The arrows lead to it; Tab goes past the rows.
        isTabStop={false}
      />
    </span>
  )
}
