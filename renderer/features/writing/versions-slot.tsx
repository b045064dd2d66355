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

/** Renders children with the current article, updated when the writer pauses. */
export function VersionsSlot({ feed, metadata, current, children }: VersionsSlotProps) {
  const document = useDocument(feed)
  const now = useMemo(
    () => ({ ...current(), metadata }),
    // `document` triggers the update; `current` reads it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [current, metadata, document],
  )
  return children(now)
}
