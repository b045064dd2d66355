import { knownBy } from '#core/article/opening.ts'
import type { BinRow } from '#core/contract/bin.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { ExactTime } from '#renderer/ui/exact-time.tsx'
import { useT } from '#renderer/ui/locale.tsx'

/** How many articles the dialog names; it counts the rest. */
const MAX_NAMED = 8

type RemovalDialogProps = {
  title: string
  rows: readonly BinRow[]
  error: unknown
  isPending: boolean
  onRemove: () => void
  onClose: () => void
}

/** Names the articles that are about to be removed for good, and asks for confirmation. */
export function RemovalDialog({ title, rows, error, isPending, onRemove, onClose }: RemovalDialogProps) {
  const t = useT()
  const named = rows.length > MAX_NAMED + 1 ? rows.slice(0, MAX_NAMED) : rows
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" isPending={isPending} onPress={onRemove} testId="remove-for-good">
            {t('bin.empty-yes', { count: rows.length })}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>{t('bin.empty-goes', { count: rows.length })}</p>
      <ul className="removal-names">
        {named.map((row) => (
          <li key={row.id}>
            <bdi>{knownBy(row) || t('common.untitled')}</bdi> <bdi className="removal-fact">{row.author}</bdi>{' '}
            {row.headline === '' ? (
              <span className="removal-fact">
                {t('library.created-at')} <ExactTime at={row.createdAt} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {named.length < rows.length ? <p>{t('bin.empty-more', { count: rows.length - named.length })}</p> : null}
      <ErrorText error={error} />
    </Dialog>
  )
}
