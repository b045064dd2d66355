import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { rangeOf, type Match } from './matches.ts'

const ALL = 'midad-match'
const CURRENT = 'midad-current-match'

/** Only this many matches are highlighted; all are counted and can be stepped through. */
const MAX_PAINTED = 2000

/**
 * Highlights matches with the CSS Custom Highlight API. Wrapping them in elements would disturb the caret and the
 * isolates.
 * @returns a function that removes the highlights
 */
export function paintMatches(editor: Editor, matches: readonly Match[], current: Match | undefined): () => void {
  const domRange = (match: Match): globalThis.Range[] => {
    const range = ReactEditor.resolveDOMRange(editor, rangeOf(editor, match))
    return range === null ? [] : [range]
  }
  CSS.highlights.set(ALL, new Highlight(...matches.slice(0, MAX_PAINTED).flatMap(domRange)))
  const one = new Highlight(...(current === undefined ? [] : domRange(current)))
  one.priority = 1
  CSS.highlights.set(CURRENT, one)
  return () => {
    CSS.highlights.delete(ALL)
    CSS.highlights.delete(CURRENT)
  }
}
