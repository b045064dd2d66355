import { useRef, useState } from 'react'
import { folders } from '#renderer/bridge/folders.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { FolderButton } from '#renderer/ui/folder-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'

/** Chooses the folder for backups on another disk, which may be absent at times. */
export function BackupFolder() {
  const t = useT()
  const { settings, change } = useSettings()
  const [error, setError] = useState<unknown>(null)
  const buttons = useRef<HTMLDivElement>(null)
  const folder = settings.backupFolder
  const keep = (backupFolder: string): void => {
    setError(null)
    change({ backupFolder }).catch(setError)
  }
  return (
    <section aria-labelledby="store-folder">
      <h2 id="store-folder">{t('store.folder')}</h2>
      <p className="store-soft">{t('store.folder-hint')}</p>
      {folder === '' ? null : (
        <p className="store-path" data-testid="backup-folder">
          <bdi dir="ltr">
            <PathText path={folder} />
          </bdi>
        </p>
      )}
      <div ref={buttons} className="store-buttons">
        <FolderButton
          label={t(folder === '' ? 'store.folder-choose' : 'store.folder-other')}
          title={t('store.folder')}
          choose={t('store.folder-here')}
          folder={folder}
          folders={folders}
          onChoose={keep}
        />
        {folder === '' ? null : (
          <Button
            onPress={() => {
              keep('')
              // This button disappears with the folder.
              buttons.current?.querySelector('button')?.focus()
            }}
          >
            {t('store.folder-none')}
          </Button>
        )}
      </div>
      <ErrorText error={error} />
    </section>
  )
}
