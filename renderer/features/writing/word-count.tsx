import { memo, useDeferredValue, useMemo } from 'react'
import type { Descendant } from 'slate'
import type { Article } from '#core/article/article.ts'
import { articleWords } from '#core/article/words.ts'
import { useT } from '#renderer/ui/locale.tsx'

/** The words of the body. Counted when there is time, so that typing never waits for it. */
export const WordCount = memo(function WordCount({
  document,
  current,
}: {
  document: readonly Descendant[]
  current: () => Article
}) {
  const t = useT()
  const deferred = useDeferredValue(document)
  // The document is what changes; `current` reads it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const count = useMemo(() => articleWords(current()), [deferred, current])
  return (
    <span className="word-count" data-testid="word-count" data-count={count}>
      {t('writing.words', { count })}
    </span>
  )
})
