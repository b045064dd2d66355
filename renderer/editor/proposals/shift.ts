import { Node } from 'slate'
import type { Block } from '#core/article/block.ts'
import type { DrawnLine } from '#core/review/proposals/drawing.ts'
import { isTextBlock } from '../query.ts'
import type { LayerLine } from './layer.ts'

type Lines = ReadonlyMap<string, readonly LayerLine[]>

/** @returns the text of each line in a block, by the id of the line */
function textsIn(block: Block): Map<string, string> {
  const lines = [...Node.nodes(block)].flatMap(([node]) => (isTextBlock(node) ? [node] : []))
  return new Map(lines.map((line) => [line.id, Node.string(line)]))
}

/**
 * Moves what is drawn in the lines of a block along with words that were written or deleted since.
 * @param before the block in which it was drawn
 */
export function shifted(lines: Lines, before: Block, now: Block): Lines {
  const [old, texts] = [textsIn(before), textsIn(now)]
  const moved = new Map(lines)
  for (const [id, text] of texts) {
    const was = old.get(id)
    const drawn = lines.get(id)
    if (was === undefined || drawn === undefined || was === text) continue
    const place = placing(was, text)
    moved.set(
      id,
      drawn.map(({ layer, line }) => ({ layer, line: placed(line, place) })),
    )
  }
  return moved
}

/** @returns where a place in one text is in another, which differs from it in one stretch */
function placing(was: string, text: string): (at: number) => number {
  const most = Math.min(was.length, text.length)
  let start = 0
  while (start < most && was.charAt(start) === text.charAt(start)) start += 1
  return (at) => (at <= start ? at : Math.max(start, at + text.length - was.length))
}

function placed({ ranges, words }: DrawnLine, place: (at: number) => number): DrawnLine {
  return {
    ranges: ranges.map((range) => ({ ...range, start: place(range.start), end: place(range.end) })),
    words: words.map((each) => ({ ...each, at: place(each.at) })),
  }
}
