import { Editor, Node, Path, Range, Transforms } from 'slate'
import type { Direction, TextBlock } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { emptyBlock, paragraph } from '#core/article/factories.ts'
import { defaultFields, shapeOf } from '#core/article/block-types.ts'
import type { Enter } from '#core/article/trait-types.ts'
import { traitsOf } from '#core/article/traits.ts'
import { containerOf, isContainer, isEmptyLine, isTextBlock, textBlockAt } from '../query.ts'
import { setLineType } from './set-line-type.ts'
import { leaveEmptyLine, openParagraph, replaceByParagraph, stepOut } from './leave.ts'

type Line = { editor: Editor; block: TextBlock; path: Path; newId: NewId; split: () => void }

/** The function for each value of the `enter` trait. `docs/keyboard.md` describes them to writers. */
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
  'on-or-after': moveOnOrAfter,
  'next-line': moveToNextLine,
  'cell-below': moveToCellBelow,
}

/** Makes Enter and Shift+Enter follow the traits of the line at the caret. On a void block they insert a paragraph. */
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

/** `next-field`. If no line follows the last field of the head, inserts a paragraph. */
function moveDown({ editor, path, newId }: Line): void {
  const next = Path.next(path)
  const node = Node.has(editor, next) ? Node.get(editor, next) : null
  if (node === null || !isTextBlock(node)) Transforms.insertNodes(editor, paragraph(newId), { at: next })
  Transforms.select(editor, Editor.start(editor, next))
}

/** Inserts a paragraph after the void block at the caret. */
function breakVoid(editor: Editor, newId: NewId): void {
  const index = editor.selection?.anchor.path[0]
  if (index === undefined) return
  const at = [index + 1]
  Transforms.insertNodes(editor, paragraph(newId), { at })
  Transforms.select(editor, Editor.start(editor, at))
}

/** `paragraph`. */
function breakToParagraph({ editor, block, path }: Line): void {
  if (isEmptyLine(block)) return setLineType(editor, 'paragraph', path)
  const atStart = editor.selection !== null && Editor.isStart(editor, editor.selection.anchor, path)
  Editor.withoutNormalizing(editor, () => {
    Transforms.splitNodes(editor, { always: true })
    // At the start, the empty half above is the new line: the text keeps its type.
    setLineType(editor, 'paragraph', atStart ? path : Path.next(path))
  })
}

/** `next-line`. Writers type a poem verse by verse and end it with Enter in an empty verse. */
function moveToNextLine({ editor, path, newId }: Line): void {
  const entry = containerOf(editor, path)
  if (entry === null || !isContainer(entry[0])) return
  const [container, at] = entry
  const hasNoItems = shapeOf(container.type).items.length === 0
  if (hasNoItems && Node.string(container) === '') return replaceByParagraph(editor, [container, at])
  const next = Path.next(path)
  if (Node.has(editor, next)) return Transforms.select(editor, Editor.start(editor, next))
  const after = Path.next(at)
  Transforms.insertNodes(editor, emptyBlock(container.type, newId, container.dir), { at: after })
  Transforms.select(editor, Editor.start(editor, after))
}

/** `on-or-after`. */
function moveOnOrAfter({ editor, block, path, newId }: Line): void {
  const next = Path.next(path)
  const line = Node.has(editor, next) ? Node.get(editor, next) : null
  if (line !== null && isTextBlock(line) && traitsOf(line.type).line === 'fixed') {
    Transforms.select(editor, Editor.start(editor, next))
  } else goOnAfter(editor, path.slice(0, 1), block.dir, newId)
}

/** Moves the caret to the line after a block of the body, and inserts a paragraph if there is none. */
function goOnAfter(editor: Editor, block: Path, dir: Direction, newId: NewId): void {
  const next = Path.next(block)
  const line = Node.has(editor, next) ? Node.get(editor, next) : null
  if (line === null || !isTextBlock(line)) openParagraph(editor, block, dir, newId)
  else Transforms.select(editor, Editor.start(editor, next))
}

/** `cell-below`. */
function moveToCellBelow({ editor, block, path, newId }: Line): void {
  const row = Path.parent(path)
  const below = [...Path.next(row), path.at(-1) ?? 0]
  if (Node.has(editor, below)) Transforms.select(editor, Editor.start(editor, below))
  else openParagraph(editor, Path.parent(row), block.dir, newId)
}

/** `split-anew`. The second of two related links must not start with the address of the first. */
function splitAnew({ editor, split }: Line): void {
  Editor.withoutNormalizing(editor, () => {
    split()
    const entry = textBlockAt(editor)
    if (entry !== null) Transforms.setNodes(editor, defaultFields(entry[0].type), { at: entry[1] })
  })
}

/**
 * Leaves a container by Enter in its empty last item, if other items stand before it: removes the item and moves the
 * caret to the tail (the attribution of a quote) or to after the container.
 * @returns whether it did
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
