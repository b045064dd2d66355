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
import { setLineType } from '../with/set-line-type.ts'
import { leaveList } from '../with/leave.ts'
import { turnKindOf, turnTarget, type TurnKind } from './turn-kinds.ts'

/** The kind of the block at the caret, which the toolbar shows as pressed. */
export type BlockKind = TurnKind | Exclude<Block['type'], HeadType> | 'head'

type CachedKind = { children: Editor['children']; selection: Editor['selection']; kind: BlockKind | null }

/** A dozen buttons ask for the kind after every key press, so it is computed once. */
const KIND_CACHE = new WeakMap<Editor, CachedKind>()

/** @returns the kind of the block at the caret, or null without a selection. */
export function blockKind(editor: Editor): BlockKind | null {
  const { children, selection } = editor
  const cached = KIND_CACHE.get(editor)
  if (cached?.children === children && cached.selection === selection) return cached.kind
  const kind = readKind(editor)
  KIND_CACHE.set(editor, { children, selection, kind })
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

/**
 * Turns the selected lines into blocks of a kind. Lines of the head, and lines inside figures or tables, are left
 * alone.
 */
export function turnInto(editor: Editor, kind: TurnKind, newId: NewId): void {
  const { type, fields } = turnTarget(kind)
  Editor.withoutNormalizing(editor, () => {
    // List items stay in their list; only its numbering changes.
    if (type === 'list' && textBlockAt(editor)?.[0].type === 'list-item') return renumber(editor, fields)
    unwrapSelected(editor)
    if (isContainerType(type)) return wrapRuns(editor, type, fields, newId)
    for (const [block, path] of textBlocksIn(editor)) {
      if (path.length === 1 && isPlainBodyBlock(block) && isTextType(type)) setLineType(editor, type, path, fields)
    }
  })
}

/** Turns the selected lines into blocks of a kind, or back into paragraphs if they are of that kind. */
export function toggleKind(editor: Editor, kind: TurnKind, newId: NewId): void {
  const line = textBlockAt(editor)
  const isEmpty = line !== null && Node.string(line[0]) === ''
  turnInto(editor, blockKind(editor) === kind ? 'paragraph' : kind, newId)
  // In a new container with lead lines, start at the first: the title of a factbox.
  const { type } = turnTarget(kind)
  const top = editor.selection?.focus.path.slice(0, 1)
  const hasLead = isContainerType(type) && shapeOf(type).lead.length > 0
  if (hasLead && isEmpty && top !== undefined) Transforms.select(editor, Editor.start(editor, top))
}

/** Sets the numbering: on the list of a selected first-level item, and on each selected nested item itself. */
function renumber(editor: Editor, fields: object): void {
  for (const [block, path] of textBlocksIn(editor)) {
    if (block.type !== 'list-item') continue
    Transforms.setNodes(editor, fields, { at: block.depth === undefined ? Path.parent(path) : path })
  }
}

/** Sets the direction of the top-level blocks in the selection and of everything inside them; `other` reverses it. */
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

/** Unwraps the selected lines from lists and from containers that lines can be turned into. Other containers stay. */
function unwrapSelected(editor: Editor): void {
  const refs = textBlocksIn(editor).map(([, path]) => Editor.pathRef(editor, path))
  for (const ref of refs) {
    const path = ref.current
    if (path !== null && containerOf(editor, path)?.[0].type === 'list') leaveList(editor, path)
    const at = ref.unref()
    if (at === null) continue
    const around = Editor.above(editor, { at, match: isTurnTarget, mode: 'lowest' })
    if (around !== undefined) unwrapContainer(editor, around)
  }
}

function isTurnTarget(node: Node): node is ContainerBlock {
  return isContainer(node) && 'turns' in TRAITS[node.type]
}

/** Unwraps a container. Its fixed lines become paragraphs, but empty ones are removed. */
function unwrapContainer(editor: Editor, [container, path]: NodeEntry<ContainerBlock>): void {
  const lines: readonly AnyBlock[] = container.children
  let left = lines.length
  for (const [index, line] of [...lines.entries()].toReversed()) {
    if (!isTextBlock(line) || !isFixedType(line.type)) continue
    const at = [...path, index]
    if (isEmptyLine(line) && left > 1) {
      Transforms.removeNodes(editor, { at })
      left -= 1
    } else setLineType(editor, 'paragraph', at)
  }
  Transforms.unwrapNodes(editor, { at: path })
}

/**
 * Wraps the selected body lines in containers of a type: each run of adjacent lines in one, or each line in one of its
 * own if the container has no items.
 */
function wrapRuns(editor: Editor, type: ContainerBlock['type'], fields: object, newId: NewId): void {
  const { lead, items } = shapeOf(type)
  const line = items[0] ?? lead[0]
  if (!isTextType(line)) return
  const runs: { first: Path; last: Path; dir: Direction }[] = []
  for (const [block, path] of textBlocksIn(editor)) {
    if (path.length !== 1 || !isPlainBodyBlock(block)) continue
    setLineType(editor, line, path)
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
