import { folders } from '#renderer/bridge/folders.ts'
import { FolderButton } from '#renderer/ui/folder-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'

/** Shows the folder of the export, and lets a person choose another. */
export function FolderChoice({ folder, onChoose }: { folder: string; onChoose: (folder: string) => void }) {
  const t = useT()
  return (
    <div className="export-folder">
      <FolderButton
        label={t('publish.choose-folder')}
        title={t('publish.folder-title')}
        choose={t('publish.folder-here')}
        folder={folder}
        folders={folders}
        onChoose={onChoose}
      />
      {folder === '' ? null : (
        <bdi dir="ltr" className="export-folder-path" title={folder}>
          <PathText path={folder} />
        </bdi>
      )}
    </div>
  )
}
