import { Node, type DecoratedRange, type NodeEntry } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import { isolatesInPieces } from '#core/text/divided-isolates.ts'
import type { Isolate } from '#core/text/isolates.ts'
import { isTextBlock } from './query.ts'

/** Properties of a range that are rendered but not part of the document. */
export type Decoration = {
  /** The length of the isolate that the range is part of. A shorter leaf is one piece of several. */
  isolate: number
  isOverride: boolean
}

const isolatesOf = new WeakMap<TextBlock, readonly Isolate[]>()

/** @returns the isolates of a line. Cached by node: Slate nodes are immutable. */
function isolates(line: TextBlock): readonly Isolate[] {
  let runs = isolatesOf.get(line)
  if (runs === undefined) {
    const pieces = line.children.flatMap((inline) =>
      Array.from(Node.texts(inline), ([{ text }]) => ({
        text,
        isApart: inline.type === 'ltr' || inline.type === 'unknown-inline',
      })),
    )
    runs = isolatesInPieces(pieces, line.dir)
    isolatesOf.set(line, runs)
  }
  return runs
}

const NONE: DecoratedRange[] = []

/**
 * Slate's `decorate`: isolates what the direction of a line would reorder. The writer's own isolates are left out, because
 * those elements isolate it already.
 */
export function decorate([node, path]: NodeEntry): DecoratedRange[] {
  if (!isTextBlock(node)) return NONE
  const runs = isolates(node)
  return runs.length === 0 ? NONE : runs.flatMap((run) => rangesOf(node, path, run))
}

/** @returns an isolate as one range for each text that it covers. */
function rangesOf(
  line: TextBlock,
  path: number[],
  { start, end, isOverride }: Isolate,
): (DecoratedRange & Decoration)[] {
  const ranges: (DecoratedRange & Decoration)[] = []
  let offset = 0
  for (const [text, at] of Node.texts(line)) {
    const from = Math.max(start, offset)
    const to = Math.min(end, offset + text.text.length)
    if (from < to) {
      const full = [...path, ...at]
      const anchor = { path: full, offset: from - offset }
      ranges.push({ anchor, focus: { path: full, offset: to - offset }, isolate: end - start, isOverride })
    }
    offset += text.text.length
    if (offset >= end) break
  }
  return ranges
}
