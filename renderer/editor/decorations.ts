import { Node, type DecoratedRange, type NodeEntry } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import { isolatesIn, type Run } from '#core/text/isolates.ts'
import { isTextBlock } from './query.ts'

/** A property of a range that is rendered but not part of the document. */
export type Decoration = { isolate: true }

const isolatesOf = new WeakMap<TextBlock, readonly Run[]>()

/** @returns the isolates of a line. Cached by node: Slate nodes are immutable. */
function isolates(line: TextBlock): readonly Run[] {
  let runs = isolatesOf.get(line)
  if (runs === undefined) {
    runs = line.dir === 'ltr' ? [] : isolatesIn(Node.string(line))
    isolatesOf.set(line, runs)
  }
  return runs
}

const NONE: DecoratedRange[] = []

/**
 * Slate's `decorate`: isolates the left-to-right runs of a right-to-left line. Text inside links and the writer's own
 * isolates is left out, because those elements isolate it already.
 */
export function decorate([node, path]: NodeEntry): DecoratedRange[] {
  if (!isTextBlock(node)) return NONE
  const runs = isolates(node)
  return runs.length === 0 ? NONE : runs.flatMap((run) => rangesOf(node, path, run))
}

/** @returns a range for each text that a run touches and that is a direct child of the line. */
function rangesOf(line: TextBlock, path: number[], { start, end }: Run): (DecoratedRange & Decoration)[] {
  const ranges: (DecoratedRange & Decoration)[] = []
  let offset = 0
  for (const [text, at] of Node.texts(line)) {
    const from = Math.max(start, offset)
    const to = Math.min(end, offset + text.text.length)
    if (from < to && at.length === 1) {
      const full = [...path, ...at]
      const anchor = { path: full, offset: from - offset }
      ranges.push({ anchor, focus: { path: full, offset: to - offset }, isolate: true })
    }
    offset += text.text.length
    if (offset >= end) break
  }
  return ranges
}
