import { Editor, Node, Path, Transforms, type NodeEntry } from 'slate'
import type { AnyBlock, Block, ContainerBlock, TextBlock } from '#core/article/block.ts'
import { shapeOf } from '#core/article/block-types.ts'
import type { Inline } from '#core/article/inline.ts'
import { traitsOf } from '#core/article/traits.ts'
import { onOneLine } from '#core/import/clipboard/inlines-between.ts'
import { bodyStart, containerOf, isContainer, isEmptyLine, isTextBlock, textBlockAt } from '../query.ts'
import { asBody, fittedTo, linesOf } from './fit.ts'

/**
 * Inserts blocks at the caret: beside or inside the line if they may stand there, else after the block around it. The
 * caret goes to the end of the last.
 */
export function insertAtCaret(editor: Editor, blocks: readonly Block[]): void {
  const entry = textBlockAt(editor)
  if (entry === null) return insertAfter(editor, editor.selection?.focus.path.slice(0, 1) ?? [], asBody(blocks))
  const [first] = blocks
  if (blocks.length === 1 && first !== undefined && isTextBlock(first) && !isPlace(entry)) {
    insertInline(editor, entry[0], first.children)
  } else if (traitsOf(entry[0].type).place === 'head') insertFromHead(editor, entry, blocks)
  else if (traitsOf(entry[0].type).line === 'fixed') insertInFixed(editor, entry, asBody(blocks))
  else insertInRunning(editor, entry, asBody(blocks))
}

/** An empty paragraph of the body is a place for a block; in any other line a single line is only its words. */
function isPlace([line, path]: NodeEntry<TextBlock>): boolean {
  return path.length === 1 && line.type === 'paragraph' && isEmptyLine(line)
}

/** Merges inlines into the line at the caret. */
function insertInline(editor: Editor, line: TextBlock, children: readonly Inline[]): void {
  const inlines = traitsOf(line.type).softBreak ? children : onOneLine(children)
  Transforms.insertFragment(editor, [...inlines])
}

/** The first line is the field's; the rest begins the body. */
function insertFromHead(editor: Editor, [line]: NodeEntry<TextBlock>, blocks: readonly Block[]): void {
  const [first, ...others] = blocks
  const isWords = first !== undefined && isTextBlock(first)
  if (isWords) insertInline(editor, line, first.children)
  const rest = asBody(isWords ? others : blocks)
  const at = [bodyStart(editor.children)]
  const body = Node.get(editor, at)
  const isUnwritten = !Node.has(editor, Path.next(at)) && isTextBlock(body) && isPlace([body, at])
  Editor.withoutNormalizing(editor, () => {
    insertNodes(editor, at, rest)
    if (isUnwritten) Transforms.removeNodes(editor, { at: [(at[0] ?? 0) + rest.length] })
  })
}

/** A line that its container always has, such as a caption or a cell, takes in lines and nothing else. */
function insertInFixed(editor: Editor, [line, path]: NodeEntry<TextBlock>, blocks: readonly Block[]): void {
  const [host, at] = containerOf(editor, path) ?? [null, []]
  if (host !== null && isContainer(host) && insertAsItems(editor, line, [host, at], path, blocks)) return
  // Figures go beside that of the caption.
  const [outer] = containerOf(editor, at) ?? [null]
  const figures = outer !== null && isContainer(outer) ? fittedTo(outer.type, blocks) : null
  if (figures !== null && blocks.every(({ type }) => type === 'figure' || type === 'gallery'))
    return insertAfter(editor, at, figures)
  const lines = linesOf(blocks)
  if (lines === null) return insertAfter(editor, path.slice(0, 1), blocks)
  const joined = lines.flatMap(({ children }, index): Inline[] =>
    index === 0 ? children : [{ text: '\n' }, ...children],
  )
  insertInline(editor, line, joined)
}

/** In the first line of a container that has items (a factbox), only the first pasted line is that line's. */
function insertAsItems(
  editor: Editor,
  line: TextBlock,
  [host, at]: NodeEntry<ContainerBlock>,
  path: Path,
  [first, ...others]: readonly Block[],
): boolean {
  const { lead, items } = shapeOf(host.type)
  const isLead = items.length > 0 && (path.at(-1) ?? 0) < lead.length
  const fitted = isLead ? fittedTo(host.type, others) : null
  if (first === undefined || !isTextBlock(first) || fitted === null) return false
  insertInline(editor, line, first.children)
  insertNodes(editor, [...at, lead.length], fitted)
  return true
}

/** Inserts blocks beside a line of the body or of a container. */
function insertInRunning(editor: Editor, [line, path]: NodeEntry<TextBlock>, blocks: readonly Block[]): void {
  const host = containerOf(editor, path)
  if (host === null) {
    if (traitsOf(line.type).takesBlocks) return insertBeside(editor, [line, path], blocks)
    const lines = linesOf(blocks)
    return lines === null ? insertAfter(editor, path, blocks) : insertInFixed(editor, [line, path], blocks)
  }
  const [container, at] = host
  const fitted = isContainer(container) ? fittedTo(container.type, blocks) : null
  if (fitted !== null) return insertBeside(editor, [line, path], fitted)
  const [outer] = containerOf(editor, at) ?? [null]
  const around = outer !== null && isContainer(outer) ? fittedTo(outer.type, blocks) : at.length === 1 ? blocks : null
  if (container.type === 'list' && around !== null) return insertDividing(editor, [line, path], around)
  insertAfter(editor, path.slice(0, 1), blocks)
}

/** Inserts blocks where the caret is in a line: before or after it, between its halves, or in the place of an empty one. */
function insertBeside(editor: Editor, [line, path]: NodeEntry<TextBlock>, blocks: readonly AnyBlock[]): void {
  Editor.withoutNormalizing(editor, () => {
    const at = placeBeside(editor, [line, path])
    insertNodes(editor, at, blocks)
    if (isEmptyLine(line)) Transforms.removeNodes(editor, { at: path })
  })
}

/** As `insertBeside`, but the blocks go between the two parts of the list around the line. */
function insertDividing(editor: Editor, [line, path]: NodeEntry<TextBlock>, blocks: readonly AnyBlock[]): void {
  const list = Path.parent(path)
  Editor.withoutNormalizing(editor, () => {
    const after = Editor.pathRef(editor, placeBeside(editor, [line, path]), { affinity: 'backward' })
    if (isEmptyLine(line)) Transforms.removeNodes(editor, { at: path })
    const index = after.unref()?.at(-1) ?? 0
    const { length } = (Node.get(editor, list) as ContainerBlock).children
    if (index > 0 && index < length) Transforms.splitNodes(editor, { at: [...list, index] })
    const old = Editor.pathRef(editor, list)
    insertNodes(editor, index === 0 ? list : Path.next(list), blocks)
    const emptied = old.unref()
    if (length === 0 && emptied !== null) Transforms.removeNodes(editor, { at: emptied })
  })
}

/** Splits the line if the caret is inside it. @returns where a block beside it goes; after an empty line. */
function placeBeside(editor: Editor, [line, path]: NodeEntry<TextBlock>): Path {
  const { selection } = editor
  const atStart = selection !== null && Editor.isStart(editor, selection.anchor, path)
  const atEnd = selection !== null && Editor.isEnd(editor, selection.anchor, path)
  if (!atStart && !atEnd) Transforms.splitNodes(editor, { always: true, match: isTextBlock })
  return atStart && !isEmptyLine(line) ? path : Path.next(path)
}

function insertAfter(editor: Editor, path: Path, blocks: readonly AnyBlock[]): void {
  insertNodes(editor, Path.next(path), blocks)
}

/** Inserts blocks at a place and moves the caret to the end of the last. */
function insertNodes(editor: Editor, at: Path, blocks: readonly AnyBlock[]): void {
  if (blocks.length === 0) return
  Transforms.insertNodes(editor, [...blocks], { at })
  Transforms.select(editor, Editor.end(editor, [...Path.parent(at), (at.at(-1) ?? 0) + blocks.length - 1]))
}
