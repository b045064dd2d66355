import { useCallback, useEffect, useState } from 'react'
import { CornerLeftUp, Folder } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from './path-text.tsx'

type FolderDialogProps = { start: string; onChoose: (folder: string) => void; onClose: () => void }

/** Walks the folders of this machine: a browser has no dialog that tells where a folder is. */
export function FolderDialog({ start, onChoose, onClose }: FolderDialogProps) {
  const t = useT()
  const [listing, setListing] = useState<CallOutput<'publish.folders'> | null>(null)
  const [error, setError] = useState<unknown>(null)
  const go = useCallback((folder: string | null): void => {
    call('publish.folders', { folder }).then(
      (found) => {
        setListing(found)
        setError(null)
      },
      (refusal: unknown) => setError(refusal),
    )
  }, [])
  // The folder of the last export may be gone; then it begins at home.
  useEffect(() => {
    call('publish.folders', { folder: start === '' ? null : start }).then(setListing, () => go(null))
  }, [start, go])
  const separator = listing?.folder.includes('\\') === true ? '\\' : '/'
  return (
    <Dialog
      title={t('publish.folder-title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            isDisabled={listing === null || !listing.writable}
            onPress={() => listing !== null && onChoose(listing.folder)}
          >
            {t('publish.folder-here')}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p className="folder-path">
        <bdi dir="ltr">
          <PathText path={listing?.folder ?? ''} />
        </bdi>
      </p>
      <ErrorText error={error} />
      {listing === null || listing.writable ? null : <p className="error-text">{t('publish.folder-locked')}</p>}
      <ul className="folder-list">
        {listing === null || listing.parent === null ? null : (
          <li>
            <button type="button" onClick={() => go(listing.parent)}>
              <CornerLeftUp aria-hidden size={16} />
              {t('publish.folder-up')}
            </button>
          </li>
        )}
        {listing?.folders.map((name) => (
          <li key={name}>
            <button
              type="button"
              onClick={() =>
                go(`${listing.folder.endsWith(separator) ? listing.folder : listing.folder + separator}${name}`)
              }
            >
              <Folder aria-hidden size={16} />
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
        {listing?.folders.length === 0 ? <li className="folder-empty">{t('publish.folder-empty')}</li> : null}
      </ul>
    </Dialog>
  )
}
