import { Editor, Node, Point, Transforms, type Path, type Range } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import type { Finder } from '#core/text/find.ts'
import { isTextBlock } from '../query.ts'

/** A place where something was found: a part of one line, in UTF-16 units of the line's text. */
export type Match = { path: Path; start: number; end: number }

/** What was found in a line stays true for as long as the line stays the same. */
const found = new WeakMap<Finder, WeakMap<TextBlock, Omit<Match, 'path'>[]>>()

/** @returns every match in the article, in reading order, those in the head and under pictures included. */
export function findAll(editor: Editor, finder: Finder): Match[] {
  const known = found.get(finder) ?? new WeakMap<TextBlock, Omit<Match, 'path'>[]>()
  found.set(finder, known)
  const matches: Match[] = []
  for (const [node, path] of Node.elements(editor)) {
    if (!isTextBlock(node)) continue
    const runs = known.get(node) ?? finder(Node.string(node))
    known.set(node, runs)
    for (const run of runs) matches.push({ path, ...run })
  }
  return matches
}

/** @returns the point that lies so far into a line; at the border of two texts the end of the first. */
function pointIn(editor: Editor, path: Path, offset: number, atStart: boolean): Point {
  let rest = offset
  let last: Point = Editor.start(editor, path)
  for (const [text, at] of Node.texts(Node.get(editor, path))) {
    const { length } = text.text
    last = { path: [...path, ...at], offset: Math.min(rest, length) }
    // A match that begins where a text ends lies in the next one.
    if (rest < length || (rest === length && !atStart)) return last
    rest -= length
  }
  return last
}

/** @returns a match as a range of the document. */
export function rangeOf(editor: Editor, { path, start, end }: Match): Range {
  return { anchor: pointIn(editor, path, start, true), focus: pointIn(editor, path, end, false) }
}

/** @returns the index of the first match at or after the caret; the first of all when none follows it. */
export function nextMatch(editor: Editor, matches: readonly Match[]): number {
  const { selection } = editor
  if (selection === null) return 0
  const start = Editor.start(editor, selection)
  return Math.max(
    0,
    matches.findIndex((match) => !Point.isBefore(rangeOf(editor, match).anchor, start)),
  )
}

/** Puts other words in the place of matches, in one step of the history. They take on the marks of the first letter. */
export function replaceMatches(editor: Editor, matches: readonly Match[], words: string): void {
  Editor.withoutNormalizing(editor, () => {
    // From the end: what lies before keeps its place.
    for (const match of matches.toReversed()) {
      const range = rangeOf(editor, match)
      Transforms.insertText(editor, words, { at: range.anchor })
      const start = { path: range.anchor.path, offset: range.anchor.offset + words.length }
      const isSameText = range.focus.path.join() === range.anchor.path.join()
      const end = isSameText ? { ...range.focus, offset: range.focus.offset + words.length } : range.focus
      Transforms.delete(editor, { at: { anchor: start, focus: end } })
    }
  })
}
