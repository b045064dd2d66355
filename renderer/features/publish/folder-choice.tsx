import { useState } from 'react'
import { FolderOpen } from 'lucide-react'
import { call, folderDialog } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { FolderDialog } from '#renderer/ui/folder-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'

const listFolders = (folder: string | null) => call('publish.folders', { folder })

/** Shows the folder that is written into, and lets another be chosen. */
export function FolderChoice({ folder, onChoose }: { folder: string; onChoose: (folder: string) => void }) {
  const t = useT()
  const [isChoosing, setChoosing] = useState(false)
  async function choose(): Promise<void> {
    const dialog = folderDialog()
    if (dialog === null) return setChoosing(true)
    const path = await dialog(folder)
    if (path !== null) onChoose(path)
  }
  return (
    <div className="export-folder">
      <Button icon={<FolderOpen aria-hidden size={16} />} onPress={() => void choose()}>
        {t('publish.choose-folder')}
      </Button>
      {folder === '' ? null : (
        <bdi dir="ltr" className="export-folder-path" title={folder}>
          <PathText path={folder} />
        </bdi>
      )}
      {isChoosing ? (
        <FolderDialog
          title={t('publish.folder-title')}
          choose={t('publish.folder-here')}
          start={folder}
          list={listFolders}
          onClose={() => setChoosing(false)}
          onChoose={(path) => {
            onChoose(path)
            setChoosing(false)
          }}
        />
      ) : null}
    </div>
  )
}
