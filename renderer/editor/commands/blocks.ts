import { Editor, Node, Path, Transforms, type NodeEntry } from 'slate'
import type { AnyBlock, Block, ContainerBlock, Direction, HeadType } from '#core/article/block.ts'
import { isContainerType, isFixedType, isHeadType, isTextType, isVoidType, shapeOf } from '#core/article/block-types.ts'
import { isOrderedItem } from '#core/article/blocks/list.ts'
import type { NewId } from '#core/article/factories.ts'
import { TRAITS } from '#core/article/traits.ts'
import {
  containerOf,
  isContainer,
  isEmptyLine,
  isPlainBodyBlock,
  isTextBlock,
  textBlockAt,
  textBlocksIn,
} from '../query.ts'
import { become } from '../with/become.ts'
import { leaveList } from '../with/leave.ts'
import { turnKindOf, turnTarget, type TurnKind } from './turn-kinds.ts'

/** What the toolbar shows as pressed: the sort of block that the caret is in. */
export type BlockKind = TurnKind | Exclude<Block['type'], HeadType> | 'head'

type Known = { children: Editor['children']; selection: Editor['selection']; kind: BlockKind | null }

/** A dozen buttons ask after every key: they are answered once. */
const KNOWN = new WeakMap<Editor, Known>()

/** @returns the sort of block at the caret, or null without one. */
export function blockKind(editor: Editor): BlockKind | null {
  const { children, selection } = editor
  const known = KNOWN.get(editor)
  if (known?.children === children && known.selection === selection) return known.kind
  const kind = readKind(editor)
  KNOWN.set(editor, { children, selection, kind })
  return kind
}

function readKind(editor: Editor): BlockKind | null {
  const entry = textBlockAt(editor)
  if (entry === null) return voidKind(editor)
  const [line, path] = entry
  const list = line.type === 'list-item' ? containerOf(editor, path)?.[0] : undefined
  if (line.type === 'list-item' && list?.type === 'list') {
    return turnKindOf({ type: 'list', ordered: isOrderedItem(list, line) })
  }
  const block = Node.get(editor, path.slice(0, 1)) as Block
  return isHeadType(block.type) ? 'head' : (turnKindOf(block) ?? block.type)
}

function voidKind(editor: Editor): BlockKind | null {
  const index = editor.selection?.anchor.path[0]
  const node = index === undefined ? undefined : editor.children[index]
  return node !== undefined && 'type' in node && isVoidType(node.type) ? node.type : null
}

/** Turns the selected lines into another sort of block. Lines of the head, of figures and of tables stay. */
export function turnInto(editor: Editor, kind: TurnKind, newId: NewId): void {
  const { type, fields } = turnTarget(kind)
  Editor.withoutNormalizing(editor, () => {
    // Items of a list stay in it: they are numbered anew.
    if (type === 'list' && textBlockAt(editor)?.[0].type === 'list-item') return renumber(editor, fields)
    leaveContainers(editor)
    if (isContainerType(type)) return wrapRuns(editor, type, fields, newId)
    for (const [block, path] of textBlocksIn(editor)) {
      if (path.length === 1 && isPlainBodyBlock(block) && isTextType(type)) become(editor, type, path, fields)
    }
  })
}

/** Turns the selected lines into a sort of block, or back into paragraphs when they are so already. */
export function toggleKind(editor: Editor, kind: TurnKind, newId: NewId): void {
  const line = textBlockAt(editor)
  const isEmpty = line !== null && Node.string(line[0]) === ''
  turnInto(editor, blockKind(editor) === kind ? 'paragraph' : kind, newId)
  // A new box is written from its title on.
  const { type } = turnTarget(kind)
  const top = editor.selection?.focus.path.slice(0, 1)
  const isTitled = isContainerType(type) && shapeOf(type).lead.length > 0
  if (isTitled && isEmpty && top !== undefined) Transforms.select(editor, Editor.start(editor, top))
}

/** Numbers a list, or takes its numbers away; of a nested one the selected items alone. */
function renumber(editor: Editor, fields: object): void {
  for (const [block, path] of textBlocksIn(editor)) {
    if (block.type !== 'list-item') continue
    Transforms.setNodes(editor, fields, { at: block.depth === undefined ? Path.parent(path) : path })
  }
}

/** Gives the selected lines a direction, or turns it; a quote, list, table or figure turns as a whole. */
export function setDirection(editor: Editor, wanted: Direction | 'other'): void {
  const index = editor.selection?.focus.path[0]
  const current = textBlockAt(editor)?.[0] ?? (index === undefined ? undefined : editor.children[index])
  if (current === undefined || !('dir' in current)) return
  const dir: Direction = wanted === 'other' ? (current.dir === 'rtl' ? 'ltr' : 'rtl') : wanted
  Editor.withoutNormalizing(editor, () => {
    const tops = new Set(textBlocksIn(editor).map(([, path]) => path[0] ?? 0))
    for (const top of tops) {
      for (const [node, path] of Node.elements(Node.get(editor, [top]))) {
        if ('dir' in node && node.dir !== dir) Transforms.setNodes(editor, { dir }, { at: [top, ...path], voids: true })
      }
    }
  })
}

/** Takes the selected lines out of whatever lines can be turned into: lists, quotes, boxes. Other blocks keep theirs. */
function leaveContainers(editor: Editor): void {
  const refs = textBlocksIn(editor).map(([, path]) => Editor.pathRef(editor, path))
  for (const ref of refs) {
    const path = ref.current
    if (path !== null && containerOf(editor, path)?.[0].type === 'list') leaveList(editor, path)
    const at = ref.unref()
    if (at === null) continue
    const around = Editor.above(editor, { at, match: isTurned, mode: 'lowest' })
    if (around !== undefined) dissolve(editor, around)
  }
}

function isTurned(node: Node): node is ContainerBlock {
  return isContainer(node) && 'turns' in TRAITS[node.type]
}

/** Lifts the blocks of a container; a line of its shape (attribution, title) stays as a paragraph, or goes when empty. */
function dissolve(editor: Editor, [container, path]: NodeEntry<ContainerBlock>): void {
  const lines: readonly AnyBlock[] = container.children
  let left = lines.length
  for (const [index, line] of [...lines.entries()].toReversed()) {
    if (!isTextBlock(line) || !isFixedType(line.type)) continue
    const at = [...path, index]
    if (isEmptyLine(line) && left > 1) {
      Transforms.removeNodes(editor, { at })
      left -= 1
    } else become(editor, 'paragraph', at)
  }
  Transforms.unwrapNodes(editor, { at: path })
}

/** Wraps each run of neighbouring body lines in the selection into one container, or each line where it has no items. */
function wrapRuns(editor: Editor, type: ContainerBlock['type'], fields: object, newId: NewId): void {
  const { lead, items } = shapeOf(type)
  const line = items[0] ?? lead[0]
  if (!isTextType(line)) return
  const runs: { first: Path; last: Path; dir: Direction }[] = []
  for (const [block, path] of textBlocksIn(editor)) {
    if (path.length !== 1 || !isPlainBodyBlock(block)) continue
    become(editor, line, path)
    const run = items.length === 0 ? undefined : runs.at(-1)
    if (run !== undefined && Path.equals(Path.next(run.last), path)) run.last = path
    else runs.push({ first: path, last: path, dir: block.dir })
  }
  for (const { first, last, dir } of runs.toReversed()) {
    const at = { anchor: Editor.start(editor, first), focus: Editor.end(editor, last) }
    const container = { type, id: newId(), dir, ...fields, children: [] } as unknown as AnyBlock
    Transforms.wrapNodes(editor, container, { at, match: (_node, path) => path.length === 1 })
  }
}
