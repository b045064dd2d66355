import { memo } from 'react'
import type { Article } from '#core/article/article.ts'
import type { Goal } from '#core/article/goal.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { useDocument, type DocumentFeed } from './document-feed.ts'
import { goalWords, useWritten } from './use-goal.ts'
import { useValue, type ValueFeed } from './value-feed.ts'

type WordCountProps = { feed: DocumentFeed; current: () => Article; goal: ValueFeed<Goal | null> }

/**
 * The number of words in the body, counted when the writer pauses, so that typing never waits for it; with a goal, a bar under
 * it that says nothing until it is looked at.
 */
export const WordCount = memo(function WordCount({ feed, current, goal: goals }: WordCountProps) {
  const t = useT()
  const document = useDocument(feed)
  const goal = useValue(goals)
  const { words, written } = useWritten(document, current, goal)
  return (
    <span
      className="word-count"
      data-testid="word-count"
      data-count={words}
      title={goal === null ? undefined : goalWords(goal, written, t)}
    >
      {goal?.unit === 'lines' ? t('writing.lines', { count: written }) : t('writing.words', { count: words })}
      {goal === null ? null : (
        <meter
          className="goal-bar"
          data-testid="goal-bar"
          data-over={written > goal.amount}
          aria-label={`${t('writing.goal')}: ${goalWords(goal, written, t)}`}
          min={0}
          max={goal.amount}
          value={Math.min(written, goal.amount)}
        />
      )}
    </span>
  )
})
