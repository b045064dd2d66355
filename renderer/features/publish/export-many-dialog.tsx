import { isEditor } from '#core/review/states.ts'
import { useState, type ReactNode } from 'react'
import { CircleAlert, PackageCheck, PackageOpen } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor, useSettings } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'
import { FolderChoice } from './folder-choice.tsx'
import { JobProgress } from './job-progress.tsx'
import { PackageFormats } from './package-formats.tsx'
import { useExportFolder } from './use-export-folder.ts'
import { useJob } from './use-job.ts'
import './export-many.css'
import './publish.css'

type Named = { id: string; headline: string }
type Outcome = CallOutput<'publish.exportMany'>

type ExportManyDialogProps = {
  articles: readonly Named[]
  /** Gets the ids of the articles that were written. */
  onClose: (written: readonly string[]) => void
}

/** Exports several articles into one folder, a package each and one list, and reports the result of each. */
export function ExportManyDialog({ articles, onClose }: ExportManyDialogProps) {
  const t = useT()
  const actor = useActor()
  const { packageFormats } = useSettings().settings
  const usual = useExportFolder()
  const job = useJob()
  const [chosen, setChosen] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const folder = chosen ?? usual.folder
  const isWorking = job.progress !== null
  const isForbidden = !isEditor(actor.role)

  function start(): void {
    setError(null)
    const order = { ids: articles.map(({ id }) => id), folder, formats: packageFormats }
    job.run((name) => call('publish.exportMany', { ...order, job: name })).then(setOutcome, setError)
  }
  const close = (): void => onClose(outcome?.packages.map(({ id }) => id) ?? [])
  return (
    <Dialog
      title={t('publish.many-title', { count: articles.length })}
      isOpen
      isWide
      // A running export is stopped by its own button, not by a click outside.
      onClose={() => {
        if (!isWorking) close()
      }}
      actions={
        outcome === null ? (
          <>
            <Button
              variant="primary"
              icon={<PackageOpen aria-hidden size={16} />}
              isDisabled={folder === '' || isForbidden}
              isPending={isWorking}
              onPress={start}
            >
              {t('publish.many-export')}
            </Button>
            {isWorking ? null : <Button onPress={close}>{t('common.cancel')}</Button>}
          </>
        ) : (
          <Button variant="primary" onPress={close}>
            {t('common.close')}
          </Button>
        )
      }
    >
      {outcome === null ? (
        <div className="export-form">
          <p className="export-note">{t(isForbidden ? 'publish.editor-only' : 'publish.many-lead')}</p>
          <PackageFormats />
          <FolderChoice folder={folder} onChoose={setChosen} />
          <JobProgress job={job} />
          <ErrorText error={error ?? (chosen === null ? usual.error : null)} />
        </div>
      ) : (
        <Outcomes outcome={outcome} articles={articles} />
      )}
    </Dialog>
  )
}

function Outcomes({
  outcome: { list, packages, ...rest },
  articles,
}: {
  outcome: Outcome
  articles: readonly Named[]
}) {
  const t = useT()
  // Articles that were skipped by the cancellation are counted, not named: nothing is wrong with them.
  const refused = rest.refused.filter(({ code }) => code !== 'cancelled')
  const stopped = rest.refused.length - refused.length
  const names = new Map(articles.map(({ id, headline }) => [id, headline]))
  const nameOf = (id: string): string => names.get(id) || t('common.untitled')
  return (
    <div className="many-told" role="status" data-testid="many-told">
      {refused.length === 0 ? null : (
        <>
          <p className="many-refused">{t('publish.many-refused', { count: refused.length })}</p>
          {/* Focusable, so that it can be scrolled by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul className="many-list" tabIndex={0} aria-label={t('publish.many-refused', { count: refused.length })}>
            {refused.map(({ id, code, params }) => (
              <li key={id} data-testid="many-refusal">
                <CircleAlert aria-hidden size={16} />
                <ArticleOutcome headline={nameOf(id)}>{refusalWords(code, params, t)}</ArticleOutcome>
              </li>
            ))}
          </ul>
        </>
      )}
      {stopped === 0 ? null : <p className="many-stopped">{t('publish.many-stopped', { count: stopped })}</p>}
      {list === null ? (
        <p>{t('publish.many-none')}</p>
      ) : (
        <>
          <p className="export-done">{t('publish.many-written', { count: packages.length })}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul
            className="many-list many-written"
            tabIndex={0}
            aria-label={t('publish.many-written', { count: packages.length })}
          >
            {packages.map(({ id, version, action, embargoed }) => (
              <li key={id} data-testid="many-package">
                <PackageCheck aria-hidden size={16} />
                <ArticleOutcome headline={nameOf(id)}>
                  {t('publish.many-issue', { action: t(`publish.action-${action}`), version })}
                  {embargoed ? ` ${t('publish.many-embargoed')}` : ''}
                </ArticleOutcome>
              </li>
            ))}
          </ul>
          <p className="many-facts">{t('publish.many-list')}</p>
          <p className="many-path">
            <bdi dir="ltr" data-testid="many-path">
              <PathText path={list} />
            </bdi>
          </p>
        </>
      )}
    </div>
  )
}

/** The result of one article. */
function ArticleOutcome({ headline, children }: { headline: string; children: ReactNode }) {
  return (
    <div>
      <p className="many-headline" dir="rtl">
        {headline}
      </p>
      <p className="many-facts">{children}</p>
    </div>
  )
}
