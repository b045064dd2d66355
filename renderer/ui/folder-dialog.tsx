import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { CornerLeftUp, Folder } from 'lucide-react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorText } from './error-text.tsx'
import { useT } from './locale.tsx'
import { PathText } from './path-text.tsx'
import './folder-dialog.css'

/** A folder of this machine, and the names of the folders in it. */
type Listing = { folder: string; parent: string | null; folders: readonly string[]; writable: boolean }

/** A folder to open; null for the home folder, which also stands in for a first folder that is gone. */
type Wanted = { folder: string | null; orHome: boolean }

/** The last answer. After a refusal the listing before it stays. */
type Shown = { wanted: Wanted; listing: Listing | null; error: unknown }

export type FolderDialogProps = {
  title: string
  /** The label of the button that chooses the shown folder. */
  choose: string
  /** The first folder; empty for the home folder. */
  start: string
  /** @returns the listing of a folder; null for the home folder. */
  list: (folder: string | null) => Promise<Listing>
  /** Tells the service what was chosen. Rejects when it must not be. */
  grant: (folder: string) => Promise<void>
  onChoose: (folder: string) => void
  onClose: () => void
}

/** Browses the folders of this machine, because a browser's own dialog does not reveal paths. */
export function FolderDialog({ title, choose, start, list, grant, onChoose, onClose }: FolderDialogProps) {
  const t = useT()
  const [wanted, setWanted] = useState<Wanted>({ folder: start === '' ? null : start, orHome: true })
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    let isCurrent = true
    list(wanted.folder).then(
      (listing) => {
        if (isCurrent) setShown({ wanted, listing, error: null })
      },
      (error: unknown) => {
        if (!isCurrent) return
        if (wanted.orHome) setWanted({ folder: null, orHome: false })
        else setShown((before) => ({ wanted, listing: before?.listing ?? null, error }))
      },
    )
    // A late answer must not replace a newer one.
    return () => {
      isCurrent = false
    }
  }, [list, wanted])
  const listing = shown?.listing ?? null
  // Until the wanted folder is there, the one before is shown. It must not be chosen.
  const isOpening = shown?.wanted !== wanted
  const go = (folder: string | null): void => setWanted({ folder, orHome: false })
  function chooseShown({ folder }: Listing): void {
    grant(folder).then(
      // At once: while React still has to close the dialog, the page is inert, and the focus cannot return there.
      () => flushSync(() => onChoose(folder)),
      (error: unknown) => setShown({ wanted, listing, error }),
    )
  }
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
            isDisabled={isOpening || listing === null || !listing.writable}
            onPress={() => listing !== null && chooseShown(listing)}
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
      <ErrorText error={shown?.error ?? null} />
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
