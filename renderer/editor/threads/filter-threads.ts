import { mentionsIn, nameKey } from '#core/review/mentions.ts'
import { isOpen } from '#core/review/needs.ts'
import type { Thread } from '#core/review/thread.ts'
import type { ThreadFilter } from './comments.ts'

/** @returns the threads that a filter shows. `mine`: open ones in which somebody wrote or is named. */
export function filterThreads(
  threads: readonly Thread[],
  filter: ThreadFilter,
  name: string,
  people: readonly string[],
): Thread[] {
  const own = nameKey(name)
  const isOwn = ({ messages }: Thread): boolean =>
    messages.some(
      ({ by, text, isTakenBack }) =>
        !isTakenBack &&
        (nameKey(by) === own || mentionsIn(text, [...people, name]).some((each) => nameKey(each.name) === own)),
    )
  return threads.filter((thread) => {
    if (filter === 'resolved') return thread.resolved !== null
    return isOpen(thread) && (filter === 'open' || isOwn(thread))
  })
}
