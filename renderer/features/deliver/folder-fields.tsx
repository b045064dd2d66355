import { folders } from '#renderer/bridge/folders.ts'
import { FolderButton } from '#renderer/ui/folder-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import type { Draft } from './draft.ts'

type FolderFieldsProps = { draft: Draft; error: string | null; onChange: (patch: Partial<Draft>) => void }

/** The folder that packages are written to, how they lie in it, and who reads them. */
export function FolderFields({ draft, error, onChange }: FolderFieldsProps) {
  const t = useT()
  return (
    <>
      <FolderField folder={draft.folder} error={error} onChange={(folder) => onChange({ folder })} />
      <Segmented
        label={t('destinations.layout')}
        value={draft.layout}
        onChange={(layout) => onChange({ layout })}
        options={[
          { value: 'flat', label: t('destinations.layout-flat') },
          { value: 'by-date', label: t('destinations.layout-by-date') },
        ]}
      />
      <div className="field">
        <Segmented
          label={t('destinations.readers')}
          value={draft.readByOthers ? 'others' : 'owner'}
          onChange={(readers) => onChange({ readByOthers: readers === 'others' })}
          options={[
            { value: 'owner', label: t('destinations.readers-owner') },
            { value: 'others', label: t('destinations.readers-others') },
          ]}
        />
        <p className="field-description">{t('destinations.readers-hint')}</p>
      </div>
    </>
  )
}

type FolderFieldProps = { folder: string; error: string | null; onChange: (folder: string) => void }

function FolderField({ folder, error, onChange }: FolderFieldProps) {
  const t = useT()
  return (
    <div className="field" data-invalid={error === null ? undefined : true}>
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
      {error === null ? null : (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  )
}
