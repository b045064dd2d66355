import { useState } from 'react'
import { FolderOpen, Package } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import type { State } from '#core/review/states.ts'
import { call, folderDialog } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { FolderDialog } from '#renderer/ui/folder-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'
import { ExportResult } from './export-result.tsx'
import { useExportFolder } from './use-export-folder.ts'

const APPROVED: ReadonlySet<State> = new Set(['approved', 'exported', 'published', 'corrected'])

const listFolders = (folder: string | null) => call('publish.folders', { folder })

/** Chooses the folder and writes the package into it. */
export function ExportForm({ id, state }: { id: string; state: State }) {
  const t = useT()
  const actor = useActor()
  const usual = useExportFolder()
  const [chosen, setChosen] = useState<string | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [result, setResult] = useState<CallOutput<'publish.export'> | null>(null)
  const folder = chosen ?? usual.folder
  const isApproved = APPROVED.has(state)

  async function choose(): Promise<void> {
    const dialog = folderDialog()
    if (dialog === null) return setChoosing(true)
    const path = await dialog(folder)
    if (path !== null) setChosen(path)
  }
  async function write(): Promise<void> {
    setWorking(true)
    setError(null)
    setResult(null)
    try {
      setResult(await call('publish.export', { id, folder, draft: !isApproved, actor }))
    } catch (refusal) {
      setError(refusal)
    } finally {
      setWorking(false)
    }
  }

  if (state === 'killed') return <p>{t('publish.killed')}</p>
  const isForbidden = isApproved && actor.role !== 'editor'
  return (
    <div className="export-form">
      {isApproved ? null : <p className="export-note">{t('publish.not-approved')}</p>}
      {isForbidden ? <p className="export-note">{t('publish.editor-only')}</p> : null}
      <div className="export-folder">
        <Button icon={<FolderOpen aria-hidden size={16} />} onPress={() => void choose()}>
          {t('publish.choose-folder')}
        </Button>
        {folder === '' ? null : (
          <bdi dir="ltr" className="export-folder-path" title={folder}>
            <PathText path={folder} />
          </bdi>
        )}
      </div>
      <Button
        variant="primary"
        icon={<Package aria-hidden size={16} />}
        isDisabled={folder === '' || isForbidden}
        isPending={isWorking}
        onPress={() => void write()}
      >
        {t(isApproved ? 'publish.export' : 'publish.export-draft')}
      </Button>
      <ErrorText error={error ?? (chosen === null ? usual.error : null)} />
      {result === null ? null : <ExportResult result={result} />}
      {isChoosing ? (
        <FolderDialog
          title={t('publish.folder-title')}
          choose={t('publish.folder-here')}
          start={folder}
          list={listFolders}
          onClose={() => setChoosing(false)}
          onChoose={(path) => {
            setChosen(path)
            setChoosing(false)
          }}
        />
      ) : null}
    </div>
  )
}
