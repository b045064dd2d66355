import { useState } from 'react'
import { FileOutput, Package } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import { leftOutWords } from '#core/locale/left-out.ts'
import { isEditor, type State } from '#core/review/states.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor, useSettings } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { ExportResult, type Exported } from './export-result.tsx'
import { FolderChoice } from './folder-choice.tsx'
import { FormatSelect, type Choice } from './format-select.tsx'
import { JobProgress } from './job-progress.tsx'
import { NextIssue } from './next-issue.tsx'
import { PackageFormats } from './package-formats.tsx'
import { useExportFolder } from './use-export-folder.ts'
import { useJob } from './use-job.ts'

type Next = CallOutput<'publish.preview'>['next']
type Kind = 'update' | 'correct'

const APPROVED: ReadonlySet<State> = new Set(['approved', 'exported', 'published', 'corrected', 'withdrawn', 'killed'])

/** Chooses the format and folder of an export, and runs it. */
export function ExportForm({ id, state, next }: { id: string; state: State; next: Next }) {
  const t = useT()
  const actor = useActor()
  const { settings } = useSettings()
  const usual = useExportFolder()
  const job = useJob()
  const [chosen, setChosen] = useState<string | null>(null)
  const [choice, setChoice] = useState<Choice>('package')
  const [kind, setKind] = useState<Kind | null>(null)
  const [isReviewed, setReviewed] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [result, setResult] = useState<Exported | null>(null)
  const folder = chosen ?? usual.folder
  const isApproved = APPROVED.has(state)
  const isEnd = next.action === 'kill' || next.action === 'withdraw'
  const isPackage = choice === 'package' || isEnd

  async function write(): Promise<Exported> {
    if (choice !== 'package' && !isEnd) {
      const file = await job.run((name) =>
        call('publish.exportFile', {
          ...{ id, format: choice, folder, draft: !isApproved, job: name },
          withReview: isReviewed && choice === 'docx',
        }),
      )
      const words = t('publish.file-written', { format: t(`publish.format-${choice}`) })
      const missing = leftOutWords(file.leftOut, t)
      return { ...file, words: missing === null ? words : `${words}. ${missing}` }
    }
    const formats = settings.packageFormats
    const order = { id, folder, draft: !isApproved, formats, ...(kind === null ? {} : { action: kind }) }
    const written = await job.run((name) => call('publish.export', { ...order, job: name }))
    return { ...written, words: t('publish.exported', { version: written.version }) }
  }
  function start(): void {
    setError(null)
    setResult(null)
    write().then((written) => {
      setResult(written)
      setKind(null)
    }, setError)
  }

  if (isEnd && next.version === 1) return <p>{t('publish.never-out')}</p>
  const isForbidden = isApproved && !isEditor(actor.role)
  const isRepeated = next.action === 'update' || next.action === 'correct'
  return (
    <div className="export-form">
      {isApproved ? null : (
        <p className="export-note">{t(isPackage ? 'publish.not-approved' : 'publish.file-not-approved')}</p>
      )}
      {isForbidden ? <p className="export-note">{t('publish.editor-only')}</p> : null}
      {isEnd ? (
        <p className="export-note">{t(`publish.end-${next.action === 'kill' ? 'kill' : 'withdraw'}`)}</p>
      ) : (
        <FormatSelect value={choice} onChange={setChoice} />
      )}
      {isPackage && isApproved ? <NextIssue next={{ ...next, action: kind ?? next.action }} /> : null}
      {isPackage && isRepeated && isApproved ? (
        <Segmented<Kind>
          label={t('publish.kind')}
          value={kind ?? (next.action === 'correct' ? 'correct' : 'update')}
          options={(['update', 'correct'] as const).map((value) => ({ value, label: t(`publish.action-${value}`) }))}
          onChange={setKind}
        />
      ) : null}
      {/* The package of a withdrawal or a kill has no other formats. */}
      {isPackage && !isEnd ? <PackageFormats /> : null}
      {choice === 'docx' && !isEnd ? (
        <label className="export-extra">
          <input type="checkbox" checked={isReviewed} onChange={(event) => setReviewed(event.target.checked)} />
          {t('publish.with-review')}
        </label>
      ) : null}
      <FolderChoice folder={folder} onChoose={setChosen} />
      <Button
        variant="primary"
        icon={isPackage ? <Package aria-hidden size={16} /> : <FileOutput aria-hidden size={16} />}
        isDisabled={folder === '' || isForbidden}
        isPending={job.progress !== null}
        onPress={start}
      >
        {t(`publish.export${isPackage ? '' : '-file'}${isApproved ? '' : '-draft'}`)}
      </Button>
      <JobProgress job={job} />
      <ErrorText error={error ?? (chosen === null ? usual.error : null)} isAnswer={error !== null} isBesideChecklist />
      {result === null ? null : <ExportResult key={result.path} result={result} />}
    </div>
  )
}
