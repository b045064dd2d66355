import { folders } from '#renderer/bridge/folders.ts'
import { FolderButton } from '#renderer/ui/folder-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'

type FolderFieldProps = { folder: string; error: string | null; onChange: (folder: string) => void }

/** The folder that packages are written to. */
export function FolderField({ folder, error, onChange }: FolderFieldProps) {
  const t = useT()
  return (
    <div className="field">
      <span className="field-label">{t('destinations.folder')}</span>
      {folder === '' ? null : (
        <bdi dir="ltr" className="destination-place">
          <PathText path={folder} />
        </bdi>
      )}
      <div>
        <FolderButton
          label={t(folder === '' ? 'destinations.folder-choose' : 'destinations.folder-other')}
          title={t('destinations.folder')}
          choose={t('destinations.folder-here')}
          folder={folder}
          folders={folders}
          onChoose={onChange}
        />
      </div>
      {error === null ? null : <span className="field-error">{error}</span>}
    </div>
  )
}
