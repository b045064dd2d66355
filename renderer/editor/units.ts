import { Element, Node, Text, type Path, type Point } from 'slate'
import type { TextBlock } from '#core/article/block.ts'

/**
 * The units of a line, as `core/changes` counts them: UTF-16 units of its text; an object that is no text, or an empty
 * text with marks, counts as one.
 */
function unitsOf(inline: Node): number {
  if (Text.isText(inline)) {
    const { text, ...marks } = inline
    return text === '' && Object.keys(marks).length > 0 ? 1 : text.length
  }
  return Element.isElement(inline) && inline.type === 'unknown-inline' ? 1 : Node.string(inline).length
}

/**
 * @param path of the text, in the line
 * @returns how many units of a line lie before a place in one of its texts
 */
export function unitAt(line: TextBlock, [index = 0, inner]: Path, offset: number): number {
  const before = line.children.slice(0, index).reduce((sum, inline) => sum + unitsOf(inline), 0)
  const inline = line.children[index]
  if (inner === undefined || inline === undefined || Text.isText(inline)) return before + offset
  const texts: readonly Node[] = inline.children.slice(0, inner)
  return texts.reduce((sum, text) => sum + Node.string(text).length, before) + offset
}

/**
 * @param linePath of the line, in the document
 * @param at a number of units; one beyond the line counts as its end
 * @param side which of two texts is meant where one ends and the next begins
 * @returns the point after so many units
 */
export function pointAt(line: TextBlock, linePath: Path, at: number, side: 'before' | 'after'): Point {
  let left = at
  let last: Point = { path: [...linePath, 0], offset: 0 }
  for (const [index, inline] of line.children.entries()) {
    if (!Text.isText(inline) && inline.type === 'unknown-inline') {
      left -= 1
      continue
    }
    const texts: readonly (readonly [Node, Path])[] = Text.isText(inline)
      ? [[inline, [index]]]
      : inline.children.map((text, inner) => [text, [index, inner]] as const)
    for (const [text, path] of texts) {
      const units = Text.isText(inline) ? unitsOf(inline) : Node.string(text).length
      const { length } = Node.string(text)
      last = { path: [...linePath, ...path], offset: Math.max(0, Math.min(left, length)) }
      if (side === 'before' ? left <= units : left < units) return last
      left -= units
    }
  }
  return last
}
