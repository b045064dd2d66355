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
  'not-your-draft': 'writing.readOnlyOthers',
  'in-review': 'writing.readOnlyReview',
  submitted: 'writing.readOnlySubmitted',
  killed: 'writing.readOnlyKilled',
  'store-read-only': 'writing.readOnlyStore',
  'store-full': 'writing.readOnlyFull',
}

/** Refusals after which the text cannot be saved in its article, but can become a new one. */
const NEEDS_NEW_ARTICLE: ReadonlySet<ErrorCode> = new Set(['conflict', 'not-found', 'article-damaged', 'not-editable'])

type NoticesProps = {
  session: Session
  onOpen: (id: string) => void
  /** Begins to merge what was saved elsewhere, under a name. @throws ContractError */
  onMerge: (name: string) => Promise<void>
}

/** Says why the article is read-only or cannot be saved, and offers the ways out. */
export function Notices({ session, onOpen, onMerge }: NoticesProps) {
  const t = useT()
  const { opened } = session
  const status = useValue(session.status)
  const isLost = useConnection() === 'lost'
  if (opened.readOnlyReason !== null) return <Banner tone="info">{t(REASONS[opened.readOnlyReason])}</Banner>
  if (isLost) {
    return (
      <Banner tone={status.state === 'failed' ? 'danger' : 'attention'} action={<SaveElsewhere session={session} />}>
        {t('writing.connectionLost')}
      </Banner>
    )
  }
  if (status.state !== 'failed') return null
  return (
    <Banner tone="danger" action={<WaysOut session={session} error={status.error} {...{ onOpen, onMerge }} />}>
      {errorWords(status.error, t)}
    </Banner>
  )
}

function WaysOut({ session, error, onOpen, onMerge }: NoticesProps & { error: unknown }) {
  const t = useT()
  const [refusal, setRefusal] = useState<unknown>(null)
  const isConflict = isRefused(error, 'conflict')
  const needsNewArticle = error instanceof ContractError && NEEDS_NEW_ARTICLE.has(error.code)
  const save = (): void => void session.save()
  async function saveAsNew(): Promise<void> {
    // A new id makes it another article everywhere, also in an export or a backup.
    const article = { ...session.current(), id: crypto.randomUUID() }
    const text = writeArticleFile(article, new Date().toISOString(), [])
    const { id } = await call('import.article', { text })
    session.abandon()
    onOpen(id)
  }
  return (
    <>
      {isConflict ? (
        <>
          <Button variant="primary" onPress={() => void onMerge(t('merging.other-window')).catch(setRefusal)}>
            {t('merging.begin')}
          </Button>
          <Button onPress={() => void session.keepMine().catch(setRefusal)}>{t('writing.keepMine')}</Button>
        </>
      ) : isRefused(error, 'in-the-bin') ? (
        <TakeOut id={session.opened.article.id} onTakenOut={save} />
      ) : (
        <Button onPress={save}>{t('writing.saveAgain')}</Button>
      )}
      {needsNewArticle ? (
        <Button onPress={() => void saveAsNew().catch(setRefusal)}>{t('writing.saveAsNew')}</Button>
      ) : null}
      <SaveElsewhere session={session} />
      <ErrorText error={refusal} />
    </>
  )
}
