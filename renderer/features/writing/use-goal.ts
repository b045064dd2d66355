import { useMemo } from 'react'
import type { Article } from '#core/article/article.ts'
import { columnLines, type Goal } from '#core/article/goal.ts'
import { articleWords, bodyLines } from '#core/article/words.ts'
import type { Translate } from '#core/locale/translate.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { wordMeasure } from './text-width.ts'

/**
 * @param document triggers the update; `current` reads it
 * @returns how much of the body is written, in words, or in lines of the goal's column
 */
export function useWritten(
  document: unknown,
  current: () => Article,
  goal: Goal | null,
): { words: number; written: number } {
  const { font } = useSettings().settings.limits
  return useMemo(() => {
    const article = current()
    const words = articleWords(article)
    if (goal?.unit !== 'lines') return { words, written: words }
    return { words, written: columnLines(bodyLines(article), goal.column, wordMeasure(font)) }
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [document, current, goal, font])
}

/** @returns how far the body is, in words: what is left, or by how much it is longer. */
export function goalWords(goal: Goal, written: number, t: Translate): string {
  const left = goal.amount - written
  if (left === 0) return t('writing.goalReached')
  return t(left > 0 ? `writing.goalLeft-${goal.unit}` : `writing.goalOver-${goal.unit}`, { count: Math.abs(left) })
}
