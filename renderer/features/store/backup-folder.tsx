import { useState } from 'react'
import { FolderOpen } from 'lucide-react'
import { call, folderDialog } from '#renderer/bridge/client.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { FolderDialog } from '#renderer/ui/folder-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'

const listFolders = (folder: string | null) => call('publish.folders', { folder })

/** The folder of the house for backups: on another disk, which may come and go. */
export function BackupFolder() {
  const t = useT()
  const { settings, change } = useSettings()
  const [isChoosing, setChoosing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const folder = settings.backupFolder
  const keep = (backupFolder: string): void => {
    setError(null)
    change({ backupFolder }).catch(setError)
  }
  async function choose(): Promise<void> {
    const dialog = folderDialog()
    if (dialog === null) return setChoosing(true)
    const path = await dialog(folder)
    if (path !== null) keep(path)
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
      <div className="store-buttons">
        <Button icon={<FolderOpen aria-hidden size={16} />} onPress={() => void choose()}>
          {t(folder === '' ? 'store.folder-choose' : 'store.folder-other')}
        </Button>
        {folder === '' ? null : <Button onPress={() => keep('')}>{t('store.folder-none')}</Button>}
      </div>
      <ErrorText error={error} />
      {isChoosing ? (
        <FolderDialog
          title={t('store.folder')}
          choose={t('store.folder-here')}
          start={folder}
          list={listFolders}
          onClose={() => setChoosing(false)}
          onChoose={(path) => {
            setChoosing(false)
            keep(path)
          }}
        />
      ) : null}
    </section>
  )
}
