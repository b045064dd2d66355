import { useState } from 'react'
import { articleText } from '#core/article/plain-text.ts'
import type { Article } from '#core/article/article.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { useConnection } from '#renderer/bridge/client.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { errorWords, isRefused } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { OpenedArticle } from '#renderer/bridge/open-article.ts'
import { TakeOut } from './take-out.tsx'
import { useStatus, type StatusFeed } from './status-feed.ts'

const REASONS: Record<NonNullable<OpenedArticle['readOnlyReason']>, MessageKey> = {
  'open-elsewhere': 'writing.readOnlyElsewhere',
  'in-review': 'writing.readOnlyReview',
  submitted: 'writing.readOnlySubmitted',
  killed: 'writing.readOnlyKilled',
  'store-read-only': 'writing.readOnlyStore',
}

type NoticesProps = {
  opened: OpenedArticle
  feed: StatusFeed
  current: () => Article
  onSaveAgain: () => void
}

/** What keeps the person from writing or from being saved, with the way out. */
export function Notices({ opened, feed, current, onSaveAgain }: NoticesProps) {
  const t = useT()
  const status = useStatus(feed)
  const isLost = useConnection() === 'lost'
  if (opened.readOnlyReason !== null) return <Banner tone="info">{t(REASONS[opened.readOnlyReason])}</Banner>
  if (isLost) {
    return (
      <Banner tone="attention" action={<CopyText current={current} />}>
        {t('writing.connectionLost')}
      </Banner>
    )
  }
  if (status.state !== 'failed') return null
  return (
    <Banner
      tone="danger"
      action={
        <>
          {isRefused(status.error, 'in-the-bin') ? (
            <TakeOut id={opened.article.id} onTakenOut={onSaveAgain} />
          ) : status.final ? null : (
            <Button onPress={onSaveAgain}>{t('writing.saveAgain')}</Button>
          )}
          <CopyText current={current} />
        </>
      }
    >
      {errorWords(status.error, t)}
    </Banner>
  )
}

/** What cannot be saved can at least be taken elsewhere. */
function CopyText({ current }: { current: () => Article }) {
  const t = useT()
  const [result, setResult] = useState<MessageKey>('writing.copyText')
  return (
    <Button
      onPress={() =>
        void navigator.clipboard.writeText(articleText(current())).then(
          () => setResult('writing.textCopied'),
          () => setResult('writing.copyFailed'),
        )
      }
    >
      {t(result)}
    </Button>
  )
}
