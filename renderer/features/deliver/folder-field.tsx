import { useState } from 'react'
import { FolderOpen } from 'lucide-react'
import { call, folderDialog } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FolderDialog } from '#renderer/ui/folder-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'

const listFolders = (folder: string | null) => call('publish.folders', { folder })

type FolderFieldProps = { folder: string; error: string | null; onChange: (folder: string) => void }

/** The folder that packages are put into. */
export function FolderField({ folder, error, onChange }: FolderFieldProps) {
  const t = useT()
  const [isChoosing, setChoosing] = useState(false)
  async function choose(): Promise<void> {
    const dialog = folderDialog()
    if (dialog === null) return setChoosing(true)
    const path = await dialog(folder)
    if (path !== null) onChange(path)
  }
  return (
    <div className="field">
      <span className="field-label">{t('destinations.folder')}</span>
      {folder === '' ? null : (
        <bdi dir="ltr" className="destination-place">
          <PathText path={folder} />
        </bdi>
      )}
      <div>
        <Button icon={<FolderOpen aria-hidden size={16} />} onPress={() => void choose()}>
          {t(folder === '' ? 'destinations.folder-choose' : 'destinations.folder-other')}
        </Button>
      </div>
      {error === null ? null : <span className="field-error">{error}</span>}
      {isChoosing ? (
        <FolderDialog
          title={t('destinations.folder')}
          choose={t('destinations.folder-here')}
          start={folder}
          list={listFolders}
          onClose={() => setChoosing(false)}
          onChoose={(path) => {
            setChoosing(false)
            onChange(path)
          }}
        />
      ) : null}
    </div>
  )
}
