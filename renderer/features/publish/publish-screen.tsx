import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { ArrowRight } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import type { State } from '#core/review/states.ts'
import { call } from '#renderer/bridge/client.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { useChanges } from '#renderer/bridge/use-changes.ts'
import { useStanding } from '#renderer/bridge/use-standing.ts'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { StandingFacts } from '#renderer/ui/standing-facts.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'
import { Checklist } from './checklist.tsx'
import { ExportForm } from './export-form.tsx'
import { Preview } from './preview.tsx'
import './publish.css'

type PublishScreenProps = {
  id: string
  onBack: () => void
  onOpenBlock: (blockId: string) => void
  /** Renders the panel that sends the article to destinations. */
  renderSending: (state: State) => ReactNode
}
type Shown = CallOutput<'publish.preview'> & { state: State }

/** The last screen before an article leaves: the page, the checklist and the export. */
export function PublishScreen({ id, onBack, onOpenBlock, renderSending }: PublishScreenProps) {
  const { t, dir } = useLocale()
  const [shown, setShown] = useState<Shown | null>(null)
  const [error, setError] = useState<unknown>(null)
  const standing = useStanding(id)
  const { binding } = useSettings().settings
  const load = useCallback(() => {
    Promise.all([call('publish.preview', { id }), call('articles.get', { id })]).then(
      ([preview, { state }]) => {
        setShown({ ...preview, state })
        setError(null)
      },
      (refusal: unknown) => setError(refusal),
    )
  }, [id])
  useEffect(load, [load])
  useChanges((change) => {
    if (change === null || (change.type === 'article-changed' && change.id === id)) load()
  })
  return (
    <div className="publish">
      <header className="publish-bar">
        <IconButton
          label={t('publish.back')}
          icon={<ArrowRight aria-hidden size={18} style={dir === 'rtl' ? {} : { transform: 'scaleX(-1)' }} />}
          onPress={onBack}
        />
        <h1 className="publish-title">{t('publish.title')}</h1>
        {shown === null ? null : (
          <>
            <StateLabel state={shown.state} isLive={standing.isLive} />
            <StandingFacts state={shown.state} standing={standing} />
          </>
        )}
      </header>
      <ErrorText error={error} />
      {shown === null ? (
        error === null && <Progress label={t('common.loading')} />
      ) : (
        <>
          <Preview html={shown.html} />
          <aside className="publish-side">
            <section aria-labelledby="publish-checklist">
              <h2 id="publish-checklist">{t('publish.checklist')}</h2>
              <Checklist findings={shown.findings} binding={binding} onOpenBlock={onOpenBlock} />
            </section>
            <section aria-labelledby="publish-sending">
              <h2 id="publish-sending">{t('publish.sending')}</h2>
              {renderSending(shown.state)}
            </section>
            <section aria-labelledby="publish-package">
              <h2 id="publish-package">{t('publish.package')}</h2>
              <ExportForm id={id} state={shown.state} next={shown.next} />
            </section>
          </aside>
        </>
      )}
    </div>
  )
}
