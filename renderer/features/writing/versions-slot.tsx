import { useMemo, type ReactNode } from 'react'
import type { Article } from '#core/article/article.ts'
import type { Metadata } from '#core/article/metadata.ts'
import { useDocument, type DocumentFeed } from './document-feed.ts'

type VersionsSlotProps = {
  feed: DocumentFeed
  metadata: Metadata
  current: () => Article
  children: (now: Article) => ReactNode
}

/** Shows something of the article as it stands, and follows it when the writer pauses. */
export function VersionsSlot({ feed, metadata, current, children }: VersionsSlotProps) {
  const document = useDocument(feed)
  const now = useMemo(
    () => ({ ...current(), metadata }),
    // The document is what `current` reads.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [current, metadata, document],
  )
  return children(now)
}
