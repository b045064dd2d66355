import { useState } from 'react'
import { writeArticleFile } from '#core/article/article-file.ts'
import { ContractError, type ErrorCode } from '#core/contract/errors.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { call, useConnection } from '#renderer/bridge/client.ts'
import type { OpenedArticle } from '#renderer/bridge/open-article.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText, errorWords, isRefused } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { SaveElsewhere } from './save-copy.tsx'
import type { Session } from './session.ts'
import { TakeOut } from './take-out.tsx'
import { useValue } from './value-feed.ts'

const REASONS: Record<NonNullable<OpenedArticle['readOnlyReason']>, MessageKey> = {
  'open-elsewhere': 'writing.readOnlyElsewhere',
  'in-review': 'writing.readOnlyReview',
  submitted: 'writing.readOnlySubmitted',
  killed: 'writing.readOnlyKilled',
  'store-read-only': 'writing.readOnlyStore',
}

/** Refusals after which the text has no place any more where it came from, but may have one of its own. */
const HOMELESS: ReadonlySet<ErrorCode> = new Set(['conflict', 'not-found', 'article-damaged', 'not-editable'])

type NoticesProps = { session: Session; onOpen: (id: string) => void }

/** What keeps the person from writing or from being saved, with the way out. */
export function Notices({ session, onOpen }: NoticesProps) {
  const t = useT()
  const { opened, current } = session
  const status = useValue(session.status)
  const isLost = useConnection() === 'lost'
  if (opened.readOnlyReason !== null) return <Banner tone="info">{t(REASONS[opened.readOnlyReason])}</Banner>
  if (isLost) {
    return (
      <Banner tone={status.state === 'failed' ? 'danger' : 'attention'} action={<SaveElsewhere current={current} />}>
        {t('writing.connectionLost')}
      </Banner>
    )
  }
  if (status.state !== 'failed') return null
  return (
    <Banner tone="danger" action={<WaysOut session={session} error={status.error} onOpen={onOpen} />}>
      {errorWords(status.error, t)}
    </Banner>
  )
}

function WaysOut({ session, error, onOpen }: NoticesProps & { error: unknown }) {
  const t = useT()
  const [refusal, setRefusal] = useState<unknown>(null)
  const isConflict = isRefused(error, 'conflict')
  const isHomeless = error instanceof ContractError && HOMELESS.has(error.code)
  const save = (): void => void session.save()
  async function saveAsNew(): Promise<void> {
    // Under an id of its own, so that it is another article wherever both meet.
    const article = { ...session.current(), id: crypto.randomUUID() }
    const text = writeArticleFile(article, new Date().toISOString(), [])
    const { id } = await call('import.article', { text, actor: session.actor() })
    session.abandon()
    onOpen(id)
  }
  return (
    <>
      {isConflict ? (
        <Button variant="primary" onPress={() => void session.keepMine().catch(setRefusal)}>
          {t('writing.keepMine')}
        </Button>
      ) : isRefused(error, 'in-the-bin') ? (
        <TakeOut id={session.opened.article.id} onTakenOut={save} />
      ) : (
        <Button onPress={save}>{t('writing.saveAgain')}</Button>
      )}
      {isHomeless ? <Button onPress={() => void saveAsNew().catch(setRefusal)}>{t('writing.saveAsNew')}</Button> : null}
      <SaveElsewhere current={session.current} />
      <ErrorText error={refusal} />
    </>
  )
}
