import { Node, type DecoratedRange, type NodeEntry } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import { gapsAfterDivided, isolatesInPieces, type LinePiece } from '#core/text/divided-isolates.ts'
import type { Run } from '#core/text/isolates.ts'
import { isTextBlock } from './query.ts'

type IsolateDecoration = {
  /** The length of the isolate that the range is part of. What a text shows of it may be one piece of several. */
  isolate: number
  /** Where the isolate starts in its line: leaves with the same start are pieces of one. */
  isolateStart: number
  isOverride: boolean
}

/** The space after an isolate in several pieces, which would run on with it to the next number. */
type GapDecoration = { isGap: true }

type Decoration = IsolateDecoration | GapDecoration

/** Words that review marks, such as those of a comment. */
export type MarkDecoration = {
  /** The keys of the cards in the margin that are about these words, parted by spaces. */
  cards: string
}

/** Properties of a leaf that are rendered but not part of the document. */
export type DecoratedLeaf = Partial<IsolateDecoration & GapDecoration & MarkDecoration>

/** A `decorate` of Slate. Where what it returns has changed, it must be another function. */
export type Decorate = (entry: NodeEntry) => DecoratedRange[]

/** @returns a function that decorates as several do */
export function decorateAll(all: readonly Decorate[]): Decorate {
  return (entry) => all.flatMap((each) => each(entry))
}

type Decorated = Run & { decoration: Decoration }

const rangesInLine = new WeakMap<TextBlock, readonly Decorated[]>()

function piecesOf(line: TextBlock): LinePiece[] {
  return line.children.flatMap((inline) =>
    Array.from(Node.texts(inline), ([{ text }]) => ({
      text,
      isApart: inline.type === 'ltr' || inline.type === 'unknown-inline',
    })),
  )
}

/** @returns what is decorated in a line. Cached by node: Slate nodes are immutable. */
function decorated(line: TextBlock): readonly Decorated[] {
  let ranges = rangesInLine.get(line)
  if (ranges === undefined) {
    const pieces = piecesOf(line)
    const isolates = isolatesInPieces(pieces, line.dir)
    ranges = [
      ...isolates.map(({ start, end, isOverride }) => ({
        ...{ start, end },
        decoration: { isolate: end - start, isolateStart: start, isOverride },
      })),
      ...gapsAfterDivided(pieces, isolates).map((gap) => ({ ...gap, decoration: { isGap: true as const } })),
    ]
    rangesInLine.set(line, ranges)
  }
  return ranges
}

/**
 * Slate's `decorate`: isolates what the direction of a line would reorder. The writer's own isolates are left out, because
 * those elements isolate it already.
 */
export function decorate([node, path]: NodeEntry): DecoratedRange[] {
  // A new list each time: Slate adds to it where the next letters will be drawn, once marks are turned on.
  return isTextBlock(node) ? decorated(node).flatMap((range) => inTexts(node, path, range)) : []
}

/** @returns what is decorated as one range for each text that it covers. */
function inTexts(
  line: TextBlock,
  path: number[],
  { start, end, decoration }: Decorated,
): (DecoratedRange & Decoration)[] {
  const ranges: (DecoratedRange & Decoration)[] = []
  let offset = 0
  for (const [text, at] of Node.texts(line)) {
    const from = Math.max(start, offset)
    const to = Math.min(end, offset + text.text.length)
    if (from < to) {
      const full = [...path, ...at]
      const anchor = { path: full, offset: from - offset }
      ranges.push({ anchor, focus: { path: full, offset: to - offset }, ...decoration })
    }
    offset += text.text.length
    if (offset >= end) break
  }
  return ranges
}
