import { nameKey } from '#core/review/mentions.ts'
import { fold } from '#core/text/fold.ts'

/** The most letters of a name that is being typed. */
const LONGEST = 60

/** What is typed after an `@`. `start` is the place of the sign. */
export type MentionQuery = { readonly start: number; readonly typed: string }

/** @returns the name that is being typed before the caret, or null. An `@` inside a word, as in an address, begins none. */
export function mentionQuery(text: string, caret: number): MentionQuery | null {
  const before = text.slice(Math.max(0, caret - LONGEST), caret)
  const found = /(?<![\p{L}\p{N}])@(?<typed>[^@\n]*)$/u.exec(before)
  return found === null ? null : { start: caret - found[0].length, typed: found.groups?.['typed'] ?? '' }
}

/**
 * @returns the names of which some word begins with what was typed, in any spelling of its letters; none once a whole name
 *   was typed
 */
export function matchingNames(names: readonly string[], typed: string): string[] {
  const wanted = nameKey(typed)
  if (wanted === '') return typed.trim() === typed ? [...names] : []
  return names.filter((name) => {
    const key = nameKey(name)
    return (
      key !== wanted &&
      (key.startsWith(wanted) ||
        fold(name)
          .split(/\s+/u)
          .some((word) => word.startsWith(wanted)))
    )
  })
}
