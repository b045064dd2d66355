import { Node, Path, type DecoratedRange, type Point } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import { readLine } from '#core/changes/line.ts'
import type { Fate } from '#core/review/proposals/drawing.ts'
import type { Decorate } from '../decorations.ts'
import { isTextBlock } from '../query.ts'
import { pointAt } from '../units.ts'
import type { Board } from './board.ts'
import type { Layer, LayerLine, Way } from './layer.ts'

/** What a reader sees: words that are added or removed, or that stay and look otherwise. */
export type Look = 'added' | 'removed' | 'format'

/** A change at words, as a leaf bears it. */
export type ChangeMark = {
  readonly key: string
  readonly look: Look
  readonly author: number
  /** What is drawn and not in the text; empty for words of the text. */
  readonly text: string
}

/** Properties of a leaf. They are JSON, since Slate compares them by value. */
export type ChangeDecoration = {
  /** Changes that these words are part of. */
  changes?: string
  /** What is drawn before the first letter of the leaf, or after its last. */
  drawnBefore?: string
  drawnAfter?: string
}

type Decorated = DecoratedRange & ChangeDecoration

const LOOKS: Readonly<Record<Way, Readonly<Record<Fate, Look>>>> = {
  onward: { comes: 'added', goes: 'removed', format: 'format' },
  back: { comes: 'removed', goes: 'added', format: 'format' },
}

const markOf = ({ way, author }: Layer, key: string, fate: Fate, text: string): ChangeMark => ({
  key,
  look: LOOKS[way][fate],
  author,
  text,
})

/** @returns a `decorate` that draws what the board shows */
export function decorateChanges(board: Board): Decorate {
  return ([node, path]) => {
    if (!isTextBlock(node)) return []
    const lines = board.linesOf(path[0] ?? 0, node.id)
    return lines.length === 0 ? [] : [...rangesOf(node, path, lines), ...wordsOf(node, path, lines)]
  }
}

/** @returns the changed words of the text, cut where another change begins or ends */
function rangesOf(line: TextBlock, path: Path, lines: readonly LayerLine[]): Decorated[] {
  const all = lines.flatMap(({ layer, line: { ranges } }) =>
    ranges.map(({ start, end, fate, key }) => ({ start, end, mark: markOf(layer, key, fate, '') })),
  )
  if (all.length === 0) return []
  const { text } = readLine(line.children)
  const cuts = [...new Set(all.flatMap(({ start, end }) => [start, end]))].toSorted((one, other) => one - other)
  return cuts.flatMap((start, index) => {
    const end = cuts[index + 1]
    const marks = all.filter((each) => each.start <= start && end !== undefined && each.end >= end)
    if (end === undefined || marks.length === 0) return []
    const changes = JSON.stringify(marks.map(({ mark }) => mark))
    return seen(text, start, end).map(([from, to]) => ({
      anchor: pointAt(line, path, from, 'after'),
      focus: pointAt(line, path, to, 'before'),
      changes,
    }))
  })
}

/**
 * @returns where the words of a range are, without the spaces around them: at the end of a drawn line these would stand out
 *   as a box. Spaces alone are drawn between words, and not where their text ends.
 */
function seen(text: string, start: number, end: number): (readonly [number, number])[] {
  const words = text.slice(start, end)
  if (words.trim() === '') return end < text.length ? [[start, end]] : []
  return [[end - words.trimStart().length, start + words.trimEnd().length]]
}

function wordsOf(line: TextBlock, path: Path, lines: readonly LayerLine[]): Decorated[] {
  const all = lines.flatMap(({ layer, line: { words } }) =>
    words.map(({ at, text, fate, key }) => ({ at, mark: markOf(layer, key, fate, text) })),
  )
  return [...Map.groupBy(all, ({ at }) => at)].map(([at, marks]) =>
    carried(line, path, pointAt(line, path, at, 'after'), JSON.stringify(marks.map(({ mark }) => mark))),
  )
}

/**
 * @returns a decoration that bears drawn words: on the letter after their place with its marks, at the end of a text on the
 *   last one. A place alone would be a leaf of its own, which a double click selects.
 */
function carried(line: TextBlock, path: Path, place: Point, drawn: string): Decorated {
  const text = Node.string(Node.get(line, Path.relative(place.path, path)))
  const { offset } = place
  const at = (to: number): Point => ({ path: place.path, offset: to })
  if (offset < text.length) {
    const [next] = SEGMENTER.segment(text.slice(offset, offset + LONGEST))
    return { anchor: place, focus: at(offset + (next?.segment.length ?? 1)), drawnBefore: drawn }
  }
  if (text === '') return { anchor: place, focus: place, drawnBefore: drawn }
  const last = [...SEGMENTER.segment(text.slice(-LONGEST))].at(-1)
  return { anchor: at(text.length - (last?.segment.length ?? 1)), focus: place, drawnAfter: drawn }
}

const SEGMENTER = new Intl.Segmenter('ar', { granularity: 'grapheme' })
/** No letter with its marks is longer. */
const LONGEST = 40

/** @returns the changes that a leaf bears under a property */
export function readMarks(json: string): readonly ChangeMark[] {
  return JSON.parse(json) as ChangeMark[]
}
