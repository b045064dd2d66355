import { Editor, Node, Path, Range, Transforms } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { emptyBlock, paragraph } from '#core/article/factories.ts'
import { defaultFields, shapeOf } from '#core/article/block-types.ts'
import type { Enter } from '#core/article/trait-types.ts'
import { traitsOf } from '#core/article/traits.ts'
import { containerOf, isContainer, isEmptyLine, isTextBlock, textBlockAt } from '../query.ts'
import { become } from './become.ts'
import { leaveEmptyLine, openParagraph, replaceByParagraph, stepOut } from './leave.ts'

type Line = { editor: Editor; block: TextBlock; path: Path; newId: NewId; split: () => void }

/** What Enter does in a line, as its traits say (the table stands in `docs/keyboard.md`). */
const ENTER: Readonly<Record<Enter, (line: Line) => void>> = {
  'next-field': moveDown,
  split: ({ split, ...line }) => {
    if (!leaveContainer(line)) split()
  },
  'split-anew': (line) => {
    if (!leaveContainer(line)) splitAnew(line)
  },
  item: ({ editor, block, path, split }) => {
    if (isEmptyLine(block)) stepOut(editor, [block, path])
    else split()
  },
  paragraph: breakToParagraph,
  'after-block': ({ editor, block, path, newId }) => openParagraph(editor, path.slice(0, 1), block.dir, newId),
  'next-line': moveToNextLine,
  'cell-below': moveToCellBelow,
}

/** Enter and Shift+Enter do what the traits of the line at the caret say; on an opaque block they open a paragraph. */
export function withBreaks(editor: Editor, newId: NewId): Editor {
  const { insertBreak } = editor
  editor.insertBreak = () => {
    if (editor.selection !== null && Range.isExpanded(editor.selection)) editor.deleteFragment()
    const entry = textBlockAt(editor)
    if (entry === null) return breakVoid(editor, newId)
    const [block, path] = entry
    ENTER[traitsOf(block.type).enter]({ editor, block, path, newId, split: insertBreak })
  }
  editor.insertSoftBreak = () => {
    const line = textBlockAt(editor)?.[0]
    if (line !== undefined && traitsOf(line.type).softBreak) editor.insertText('\n')
    else editor.insertBreak()
  }
  return editor
}

/** From the head: to the next field, or to the body, which opens with a paragraph to write in. */
function moveDown({ editor, path, newId }: Line): void {
  const next = Path.next(path)
  const node = Node.has(editor, next) ? Node.get(editor, next) : null
  if (node === null || !isTextBlock(node)) Transforms.insertNodes(editor, paragraph(newId), { at: next })
  Transforms.select(editor, Editor.start(editor, next))
}

/** On a separator or an opaque block: a paragraph after it. */
function breakVoid(editor: Editor, newId: NewId): void {
  const index = editor.selection?.anchor.path[0]
  if (index === undefined) return
  const at = [index + 1]
  Transforms.insertNodes(editor, paragraph(newId), { at })
  Transforms.select(editor, Editor.start(editor, at))
}

function breakToParagraph({ editor, block, path }: Line): void {
  if (isEmptyLine(block)) return become(editor, 'paragraph', path)
  const atStart = editor.selection !== null && Editor.isStart(editor, editor.selection.anchor, path)
  Editor.withoutNormalizing(editor, () => {
    Transforms.splitNodes(editor, { always: true })
    // At the start the new line opens above, and the line keeps its words and its sort.
    become(editor, 'paragraph', atStart ? path : Path.next(path))
  })
}

/** Within a block of fixed lines, such as a verse: a poem is written line by line, and an empty verse ends it. */
function moveToNextLine({ editor, path, newId }: Line): void {
  const entry = containerOf(editor, path)
  if (entry === null || !isContainer(entry[0])) return
  const [container, at] = entry
  const isWhole = shapeOf(container.type).items.length === 0
  if (isWhole && Node.string(container) === '') return replaceByParagraph(editor, [container, at])
  const next = Path.next(path)
  if (Node.has(editor, next)) return Transforms.select(editor, Editor.start(editor, next))
  const after = Path.next(at)
  Transforms.insertNodes(editor, emptyBlock(container.type, newId, container.dir), { at: after })
  Transforms.select(editor, Editor.start(editor, after))
}

/** In a table: to the cell below, and from the last row on after the table. */
function moveToCellBelow({ editor, block, path, newId }: Line): void {
  const row = Path.parent(path)
  const below = [...Path.next(row), path.at(-1) ?? 0]
  if (Node.has(editor, below)) Transforms.select(editor, Editor.start(editor, below))
  else openParagraph(editor, Path.parent(row), block.dir, newId)
}

/** The second of two does not begin with what only the first one is: a related link has an address of its own. */
function splitAnew({ editor, split }: Line): void {
  Editor.withoutNormalizing(editor, () => {
    split()
    const entry = textBlockAt(editor)
    if (entry !== null) Transforms.setNodes(editor, defaultFields(entry[0].type), { at: entry[1] })
  })
}

/**
 * Enter on an empty last item, with others before it, means that its container is complete: the caret goes on to the
 * line that closes it (the attribution of a quote), else behind it.
 * @returns whether it left
 */
function leaveContainer({ editor, block, path, newId }: Omit<Line, 'split'>): boolean {
  const container = containerOf(editor, path)?.[0]
  if (container === undefined || !isContainer(container) || !isEmptyLine(block)) return false
  const { lead, tail } = shapeOf(container.type)
  const index = path.at(-1) ?? 0
  if (index <= lead.length || index !== container.children.length - tail.length - 1) return false
  if (tail.length === 0) leaveEmptyLine(editor, path, block.dir, newId)
  else {
    Transforms.removeNodes(editor, { at: path })
    Transforms.select(editor, Editor.start(editor, path))
  }
  return true
}
