import { Editor, Node, Path, Transforms } from 'slate'
import type { AnyBlock, Direction, TextBlock } from '#core/article/block.ts'
import { isOrderedItem } from '#core/article/blocks/list.ts'
import type { NewId } from '#core/article/factories.ts'
import { isTextType } from '#core/article/shapes.ts'
import { ancestorOf, containerOf, isPlainBodyBlock, textBlockAt, textBlocksIn } from '../query.ts'
import { become } from '../with/become.ts'
import { leaveList } from '../with/leave.ts'

/** The sorts of block that selected lines can be turned into. */
export type TurnKind =
  | 'paragraph'
  | 'subhead-2'
  | 'subhead-3'
  | 'quote'
  | 'pullquote'
  | 'list'
  | 'ordered-list'
  | 'factbox'

/** What the toolbar shows as pressed: the sort of block that the caret is in. */
export type BlockKind =
  | TurnKind
  | 'correction'
  | 'figure'
  | 'gallery'
  | 'embed'
  | 'related'
  | 'table'
  | 'separator'
  | 'unknown'
  | 'head'

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
  const [block, path] = entry
  if (block.type === 'list-item') {
    const list = containerOf(editor, path)?.[0]
    return list?.type === 'list' && isOrderedItem(list, block) ? 'ordered-list' : 'list'
  }
  const top = Node.get(editor, path.slice(0, 1)) as AnyBlock
  if (path.length > 1 && top.type !== 'list' && !isTextType(top.type)) return top.type as BlockKind
  if (block.type === 'subhead') return block.level === 2 ? 'subhead-2' : 'subhead-3'
  return block.type === 'paragraph' || block.type === 'pullquote' || block.type === 'correction' ? block.type : 'head'
}

function voidKind(editor: Editor): BlockKind | null {
  const index = editor.selection?.anchor.path[0]
  const node = index === undefined ? undefined : editor.children[index]
  if (node === undefined || !('type' in node)) return null
  return node.type === 'separator' || node.type === 'unknown' ? node.type : null
}

/** Turns the selected lines into another sort of block. Lines of the head, of figures and of tables stay. */
export function turnInto(editor: Editor, kind: TurnKind, newId: NewId): void {
  Editor.withoutNormalizing(editor, () => {
    if (kind === 'list' || kind === 'ordered-list') return turnIntoList(editor, kind === 'ordered-list', newId)
    leaveContainers(editor)
    if (kind === 'quote' || kind === 'factbox') {
      return wrapRuns(editor, 'paragraph', (dir) => ({ type: kind, id: newId(), dir, children: [] as never }))
    }
    const [type, level] = kind.split('-') as ['paragraph' | 'pullquote' | 'subhead', string?]
    for (const [block, path] of textBlocksIn(editor)) {
      if (path.length !== 1 || !isPlainBodyBlock(block)) continue
      become(editor, type, path, level === undefined ? {} : { level: level === '3' ? 3 : 2 })
    }
  })
}

/** Turns the selected lines into a sort of block, or back into paragraphs when they are so already. */
export function toggleKind(editor: Editor, kind: TurnKind, newId: NewId): void {
  const line = textBlockAt(editor)
  const isEmpty = line !== null && Node.string(line[0]) === ''
  turnInto(editor, blockKind(editor) === kind ? 'paragraph' : kind, newId)
  // A new box is written from its title on.
  const top = editor.selection?.focus.path.slice(0, 1)
  if (kind === 'factbox' && isEmpty && top !== undefined) Transforms.select(editor, Editor.start(editor, top))
}

function turnIntoList(editor: Editor, ordered: boolean, newId: NewId): void {
  const entry = textBlockAt(editor)
  if (entry?.[0].type === 'list-item') return renumber(editor, ordered)
  leaveContainers(editor)
  wrapRuns(editor, 'list-item', (dir) => ({ type: 'list', id: newId(), dir, ordered, children: [] as never }))
}

/** Numbers a list, or takes its numbers away; of a nested one the selected items alone. */
function renumber(editor: Editor, ordered: boolean): void {
  for (const [block, path] of textBlocksIn(editor)) {
    if (block.type !== 'list-item') continue
    if (block.depth !== undefined) Transforms.setNodes(editor, { ordered }, { at: path })
    else Transforms.setNodes(editor, { ordered }, { at: Path.parent(path) })
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

/** Takes the selected lines out of their quotes, lists and factboxes. Other blocks keep their lines. */
function leaveContainers(editor: Editor): void {
  const refs = textBlocksIn(editor).map(([, path]) => Editor.pathRef(editor, path))
  for (const ref of refs) {
    const path = ref.current
    if (path !== null && containerOf(editor, path)?.[0].type === 'list') leaveList(editor, path)
    const at = ref.unref()
    if (at === null) continue
    const around = ancestorOf(editor, at, 'quote') ?? ancestorOf(editor, at, 'factbox')
    if (around !== null) dissolve(editor, around[1])
  }
}

/** Lifts the blocks of a quote or factbox; its attribution or title stays as a paragraph, or goes when empty. */
function dissolve(editor: Editor, path: Path): void {
  const container = Node.get(editor, path) as AnyBlock
  for (const [index, line] of [...(container.children as AnyBlock[]).entries()].toReversed()) {
    if (line.type !== 'attribution' && line.type !== 'factbox-title') continue
    const at = [...path, index]
    const isSpare = Node.string(line) === '' && line.children.length === 1 && container.children.length > 1
    if (isSpare) Transforms.removeNodes(editor, { at })
    else become(editor, 'paragraph', at)
  }
  Transforms.unwrapNodes(editor, { at: path })
}

/** Wraps each run of neighbouring body lines in the selection into one container. */
function wrapRuns(editor: Editor, type: 'paragraph' | 'list-item', make: (dir: Direction) => AnyBlock): void {
  const lines = textBlocksIn(editor).filter(([block, path]) => path.length === 1 && isPlainBodyBlock(block))
  const runs: { first: Path; last: Path; dir: Direction }[] = []
  for (const [block, path] of lines) {
    become(editor, type, path)
    const run = runs.at(-1)
    if (run !== undefined && Path.equals(Path.next(run.last), path)) run.last = path
    else runs.push({ first: path, last: path, dir: (block satisfies TextBlock).dir })
  }
  for (const run of runs.toReversed()) {
    const at = { anchor: Editor.start(editor, run.first), focus: Editor.end(editor, run.last) }
    Transforms.wrapNodes(editor, make(run.dir), { at, match: (_node, path) => path.length === 1 })
  }
}
