import { Editor, Node, Point, Transforms, type Path, type Range } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import { wordAround, type Finder } from '#core/text/find.ts'
import { isTextBlock } from '../query.ts'

/** A match: a part of one line, in UTF-16 units of the line's text. */
export type Match = { path: Path; start: number; end: number }

/** The matches in each line. A Slate node is immutable, so they stay valid as long as the node exists. */
const cache = new WeakMap<Finder, WeakMap<TextBlock, Omit<Match, 'path'>[]>>()

/** @returns every match in the article in reading order, including the head, captions and credits. */
export function findAll(editor: Editor, finder: Finder): Match[] {
  const known = cache.get(finder) ?? new WeakMap<TextBlock, Omit<Match, 'path'>[]>()
  cache.set(finder, known)
  const matches: Match[] = []
  for (const [node, path] of Node.elements(editor)) {
    if (!isTextBlock(node)) continue
    const runs = known.get(node) ?? finder(Node.string(node))
    known.set(node, runs)
    for (const run of runs) matches.push({ path, ...run })
  }
  return matches
}

/**
 * @returns the point at an offset in a line. Between two texts: the start of the second if `atStart`, else the end of
 *   the first.
 */
function pointIn(editor: Editor, path: Path, offset: number, atStart: boolean): Point {
  let left = offset
  let last: Point = Editor.start(editor, path)
  for (const [text, at] of Node.texts(Node.get(editor, path))) {
    const { length } = text.text
    last = { path: [...path, ...at], offset: Math.min(left, length) }
    if (left < length || (left === length && !atStart)) return last
    left -= length
  }
  return last
}

/** @returns a match as a range of the document. */
export function rangeOf(editor: Editor, { path, start, end }: Match): Range {
  return { anchor: pointIn(editor, path, start, true), focus: pointIn(editor, path, end, false) }
}

/** @returns the index of the first match at or after the caret, or 0 if there is none. */
export function nextMatch(editor: Editor, matches: readonly Match[]): number {
  const { selection } = editor
  if (selection === null) return 0
  const start = Editor.start(editor, selection)
  return Math.max(
    0,
    matches.findIndex((match) => !Point.isBefore(rangeOf(editor, match).anchor, start)),
  )
}

/** Replaces matches by a text, in one undo step. The text gets the marks of each match's first letter. */
export function replaceMatches(editor: Editor, matches: readonly Match[], words: string): void {
  Editor.withoutNormalizing(editor, () => {
    // Go backwards, so that the positions of the remaining matches stay valid.
    for (const match of matches.toReversed()) replaceRange(editor, rangeOf(editor, match), words)
  })
}

/** Replaces a part of a line by a text, which gets the marks and the link of its first letter. @param range forward */
export function replaceRange(editor: Editor, { anchor, focus }: Range, words: string): void {
  Transforms.insertText(editor, words, { at: anchor })
  const start = { path: anchor.path, offset: anchor.offset + words.length }
  const isSameText = focus.path.join() === anchor.path.join()
  const end = isSameText ? { ...focus, offset: focus.offset + words.length } : focus
  Transforms.delete(editor, { at: { anchor: start, focus: end } })
}

/** The letters that a longer word has besides what is looked for, when it is likely another word: «العراقي» for «العراق». */
const MOST_MORE = 3

/** Whole words among matches, and the longer words that the others lie in. */
export type Words = {
  whole: Match[]
  longer: string[]
  /** Whether whole words are probably meant: there are some, and some are also part of a slightly longer word. */
  areWholeMeant: boolean
}

/** @param matches those of a finder that also finds parts of words */
export function wordsOf(editor: Editor, matches: readonly Match[]): Words {
  const around = matches.map((match) => ({ match, ...wordAround(Node.string(Node.get(editor, match.path)), match) }))
  const whole = around.filter(({ more }) => more === 0).map(({ match }) => match)
  const longer = around.filter(({ more }) => more > 0)
  return {
    whole,
    longer: longer.map(({ word }) => word),
    areWholeMeant: whole.length > 0 && longer.some(({ more }) => more <= MOST_MORE),
  }
}
