import { Node, type DecoratedRange, type NodeEntry } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import { isolatesIn, type Run } from '#core/text/isolates.ts'
import { isTextBlock } from './query.ts'

/** What is shown of a part of a line and is no part of the text. */
export type Decoration = { isolate: true }

const isolatesOf = new WeakMap<TextBlock, readonly Run[]>()

/** The isolates of a line, reckoned once for as long as the line stays the same. */
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
 * @returns what Slate asks for each node: the runs of a right-to-left line that are shown as left-to-right. None
 * is made within a link or an isolate of the writer's, whose words are apart already.
 */
export function decorate([node, path]: NodeEntry): DecoratedRange[] {
  if (!isTextBlock(node)) return NONE
  const runs = isolates(node)
  return runs.length === 0 ? NONE : runs.flatMap((run) => rangesOf(node, path, run))
}

/** @returns a run as a range for each text of the line itself that it touches. */
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
