import { useEffect, useState } from 'react'
import { Handshake, PackageCheck } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { folders } from '#renderer/bridge/folders.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { useWho } from '#renderer/bridge/who.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { FolderButton } from '#renderer/ui/folder-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'
import '#renderer/ui/field.css'
import './hand-over.css'

type HandOverDialogProps = { id: string; onClose: () => void }

/** Writes an article into a file for somebody else's machine: for a person alone, or for whoever opens it. */
export function HandOverDialog({ id, onClose }: HandOverDialogProps) {
  const t = useT()
  const [to, setTo] = useState('')
  const { folder, choose } = useFolder()
  const [error, setError] = useState<unknown>(null)
  const [isWorking, setWorking] = useState(false)
  const [written, setWritten] = useState<CallOutput<'handover.give'> | null>(null)
  function give(): void {
    setError(null)
    setWorking(true)
    call('handover.give', { id, folder, to: to === '' ? null : to })
      .then(setWritten, setError)
      .finally(() => setWorking(false))
  }
  return (
    <Dialog
      title={t('handover.title')}
      isOpen
      onClose={onClose}
      actions={
        written === null ? (
          <>
            <Button
              variant="primary"
              icon={<Handshake aria-hidden size={16} />}
              isDisabled={folder === ''}
              isPending={isWorking}
              onPress={give}
            >
              {t('handover.give')}
            </Button>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
          </>
        ) : (
          <Button variant="primary" onPress={onClose}>
            {t('common.close')}
          </Button>
        )
      }
    >
      {written === null ? (
        <div className="hand-over">
          <p>{t('handover.lead')}</p>
          <PersonSelect value={to} onChange={setTo} />
          <p className="hand-over-soft">{t(to === '' ? 'handover.open-hint' : 'handover.closed-hint')}</p>
          <div className="hand-over-folder">
            <FolderButton
              label={t('handover.choose-folder')}
              title={t('handover.folder')}
              choose={t('handover.folder-here')}
              folder={folder}
              folders={folders}
              onChoose={choose}
            />
            <Path path={folder} />
          </div>
          <ErrorText error={error} />
        </div>
      ) : (
        <div className="hand-over" role="status" data-testid="handed-over">
          <p className="hand-over-done">
            <PackageCheck aria-hidden size={16} />
            {t('handover.written')}
          </p>
          <Path path={written.path} />
          <p className="hand-over-soft">{t('handover.next')}</p>
        </div>
      )}
    </Dialog>
  )
}

function Path({ path }: { path: string }) {
  return path === '' ? null : (
    <bdi dir="ltr" className="hand-over-path" title={path}>
      <PathText path={path} />
    </bdi>
  )
}

/** The people of the house but whoever works here, and nobody in particular. */
function PersonSelect({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useT()
  const who = useWho()
  const people = who?.people.filter(({ id }) => id !== who.person?.id) ?? []
  return (
    <label className="field">
      <span className="field-label">{t('handover.to')}</span>
      <select className="field-input" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('handover.to-anybody')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** @returns the shared folder, else the one that was used last, else the home folder once it is known. */
function useFolder(): { folder: string; choose: (folder: string) => void } {
  const { exportFolder, postFolder } = useSettings().settings
  const [chosen, setChosen] = useState<string | null>(null)
  const [home, setHome] = useState('')
  const usual = postFolder || exportFolder
  const isFirst = usual === ''
  useEffect(() => {
    if (!isFirst) return
    call('publish.folders', { folder: null }).then(
      ({ folder }) => setHome(folder),
      // A person can still choose one, and is told then.
      () => setHome(''),
    )
  }, [isFirst])
  return { folder: chosen ?? (isFirst ? home : usual), choose: setChosen }
}
