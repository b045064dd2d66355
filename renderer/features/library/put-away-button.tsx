import type { KeyboardEvent } from 'react'
import { Trash2 } from 'lucide-react'
import { useT } from '#renderer/ui/locale.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'

/** What of a row a person sees when it is put away. */
export type Named = { id: string; headline: string }

/** @returns the row of a list in which Delete was pressed, and not in a field or on a button of it; else null. */
export function deletedRow<R extends Named>(event: KeyboardEvent, rows: readonly R[]): R | null {
  if (event.key !== 'Delete' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null
  if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'row') return null
  const { key } = event.target.dataset
  return rows.find(({ id }) => id === key) ?? null
}

/** Puts the article of a row into the bin. It shows while one points at the row, or goes through it by keyboard. */
export function PutAwayButton({ row, onPutAway }: { row: Named; onPutAway: (row: Named) => void }) {
  const t = useT()
  return (
    <span className="row-action">
      <IconButton
        label={t('bin.put-named', { headline: row.headline || t('common.untitled') })}
        icon={<Trash2 aria-hidden size={16} />}
        onPress={() => onPutAway(row)}
      />
    </span>
  )
}
