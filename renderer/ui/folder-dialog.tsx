import { useCallback, useEffect, useState } from 'react'
import { CornerLeftUp, Folder } from 'lucide-react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorText } from './error-text.tsx'
import { useT } from './locale.tsx'
import { PathText } from './path-text.tsx'
import './folder-dialog.css'

/** A folder of this machine, and the names of the folders in it. */
type Listing = { folder: string; parent: string | null; folders: readonly string[]; writable: boolean }

export type FolderDialogProps = {
  title: string
  /** The label of the button that chooses the shown folder. */
  choose: string
  /** The first folder; empty for the home folder. */
  start: string
  /** @returns the listing of a folder; null for the home folder. */
  list: (folder: string | null) => Promise<Listing>
  onChoose: (folder: string) => void
  onClose: () => void
}

/** Browses the folders of this machine, because a browser's own dialog does not reveal paths. */
export function FolderDialog({ title, choose, start, list, onChoose, onClose }: FolderDialogProps) {
  const t = useT()
  const [listing, setListing] = useState<Listing | null>(null)
  const [error, setError] = useState<unknown>(null)
  const go = useCallback(
    (folder: string | null): void => {
      list(folder).then(
        (found) => {
          setListing(found)
          setError(null)
        },
        (refusal: unknown) => setError(refusal),
      )
    },
    [list],
  )
  // If the first folder does not exist any more, the home folder is shown.
  useEffect(() => {
    list(start === '' ? null : start).then(setListing, () => go(null))
  }, [start, list, go])
  const separator = listing?.folder.includes('\\') === true ? '\\' : '/'
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            isDisabled={listing === null || !listing.writable}
            onPress={() => listing !== null && onChoose(listing.folder)}
          >
            {choose}
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
      {listing === null || listing.writable ? null : <p className="error-text">{t('common.folder-locked')}</p>}
      <ul className="folder-list">
        {listing === null || listing.parent === null ? null : (
          <li>
            <button type="button" onClick={() => go(listing.parent)}>
              <CornerLeftUp aria-hidden size={16} />
              {t('common.folder-up')}
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
        {listing?.folders.length === 0 ? <li className="folder-empty">{t('common.folder-empty')}</li> : null}
      </ul>
    </Dialog>
  )
}
