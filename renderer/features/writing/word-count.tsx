import { memo, useMemo } from 'react'
import type { Article } from '#core/article/article.ts'
import { articleWords } from '#core/article/words.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { useDocument, type DocumentFeed } from './document-feed.ts'

/** The number of words in the body, counted when the writer pauses, so that typing never waits for it. */
export const WordCount = memo(function WordCount({ feed, current }: { feed: DocumentFeed; current: () => Article }) {
  const t = useT()
  const document = useDocument(feed)
  // `document` triggers the update; `current` reads it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const count = useMemo(() => articleWords(current()), [document, current])
  return (
    <span className="word-count" data-testid="word-count" data-count={count}>
      {t('writing.words', { count })}
    </span>
  )
})
