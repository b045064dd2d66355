import { Editor, Range, type Point } from 'slate'
import type { Article } from '#core/article/article.ts'
import { anchorOf } from '#core/review/anchor-words.ts'
import type { Anchor, Place } from '#core/review/anchor.ts'
import { textBlocksIn } from '../query.ts'
import { blocksOf, chosenBlocks } from '../selection/selected-blocks.ts'
import { selectedRange } from '../selection/selected-range.ts'
import { unitAt } from '../units.ts'

/**
 * @param article whose document is that of the editor
 * @returns what a comment on the selection is about: the selected words or block, else the article
 */
export function selectedAnchor(editor: Editor, article: Article): Anchor {
  const run = chosenBlocks(editor)
  const blocks = run === null ? [] : blocksOf(editor, run)
  const [block] = blocks
  if (block !== undefined && blocks.length === 1) return { on: 'block', block: block.id }
  const range = selectedRange(editor)
  const words = range === null || Range.isCollapsed(range) ? null : wordsOf(editor, article, range)
  if (words !== null) return words
  return block === undefined ? { on: 'article' } : { on: 'block', block: block.id }
}

function wordsOf(editor: Editor, article: Article, range: Range): Anchor | null {
  const lines = textBlocksIn(editor, range)
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return null
  const [from, to] = Range.edges(range)
  const place = ([line, path]: typeof first, point: Point, edge: 'start' | 'end'): Place => {
    const within = Range.includes(Editor.range(editor, path), point) ? point : Editor[edge](editor, path)
    return { block: line.id, at: unitAt(line, within.path.slice(path.length), within.offset) }
  }
  return anchorOf(article, place(first, from, 'start'), place(last, to, 'end'))
}
