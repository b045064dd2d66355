import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { rangeOf, type Match } from './matches.ts'

const ALL = 'midad-match'
const CURRENT = 'midad-current-match'

/** More are counted and gone through, but only so many are painted. */
const MOST_PAINTED = 2000

/**
 * Paints matches without touching the page's elements, so that neither the caret nor an isolate can break on one.
 * @returns what takes the paint off again
 */
export function paintMatches(editor: Editor, matches: readonly Match[], current: Match | undefined): () => void {
  const domRange = (match: Match): globalThis.Range[] => {
    const range = ReactEditor.hasRange(editor, rangeOf(editor, match)) ? rangeOf(editor, match) : null
    return range === null ? [] : [ReactEditor.toDOMRange(editor, range)]
  }
  CSS.highlights.set(ALL, new Highlight(...matches.slice(0, MOST_PAINTED).flatMap(domRange)))
  const one = new Highlight(...(current === undefined ? [] : domRange(current)))
  one.priority = 1
  CSS.highlights.set(CURRENT, one)
  return () => {
    CSS.highlights.delete(ALL)
    CSS.highlights.delete(CURRENT)
  }
}
