import { Editor, Node, Path, Range, Transforms, type NodeEntry } from 'slate'
import type { AnyBlock, ContainerBlock, Direction } from '#core/article/block.ts'
import { isContainerType, isFixedType, isTextType, shapeOf } from '#core/article/block-types.ts'
import type { NewId } from '#core/article/factories.ts'
import { TRAITS } from '#core/article/traits.ts'
import { containerOf, isContainer, isEmptyLine, isPlainBodyBlock, isTextBlock, textBlockAt } from '../query.ts'
import { selectedLines, selectedRange } from '../selection/selected-range.ts'
import { setLineType } from '../with/set-line-type.ts'
import { leaveList } from '../with/leave.ts'
import { blockKind } from './block-kind.ts'
import { inOneStep } from './one-step.ts'
import { turnTarget, type TurnKind } from './turn-kinds.ts'

/**
 * Turns the selected lines into blocks of a kind. Lines of the head, and lines inside figures or tables, are left
 * alone.
 */
export function turnInto(editor: Editor, kind: TurnKind, newId: NewId): void {
  const { type, fields } = turnTarget(kind)
  inOneStep(editor, () => {
    // List items stay in their list; only its numbering changes.
    if (type === 'list' && selectedLines(editor).every(([line]) => line.type === 'list-item')) {
      return renumber(editor, fields)
    }
    unwrapSelected(editor)
    if (isContainerType(type)) return wrapRuns(editor, type, fields, newId)
    for (const [block, path] of selectedLines(editor)) {
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
  for (const [block, path] of selectedLines(editor)) {
    if (block.type !== 'list-item') continue
    Transforms.setNodes(editor, fields, { at: block.depth === undefined ? Path.parent(path) : path })
  }
}

/**
 * Sets the direction of the top-level blocks in the selection and of everything inside them; `other` is the one that the
 * first of them does not have.
 */
export function setDirection(editor: Editor, wanted: Direction | 'other'): void {
  const range = selectedRange(editor)
  if (range === null) return
  const [first = 0, last = first] = Range.edges(range).map(({ path }) => path[0] ?? 0)
  const current = textBlockAt(editor, Range.start(range))?.[0] ?? editor.children[first]
  if (current === undefined || !('dir' in current)) return
  const dir: Direction = wanted === 'other' ? (current.dir === 'rtl' ? 'ltr' : 'rtl') : wanted
  inOneStep(editor, () => {
    for (let top = first; top <= last; top += 1) {
      for (const [node, path] of Node.elements(Node.get(editor, [top]))) {
        if ('dir' in node && node.dir !== dir) Transforms.setNodes(editor, { dir }, { at: [top, ...path], voids: true })
      }
    }
  })
}

/** Unwraps the selected lines from lists and from containers that lines can be turned into. Other containers stay. */
function unwrapSelected(editor: Editor): void {
  const refs = selectedLines(editor).map(([, path]) => Editor.pathRef(editor, path))
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
  for (const [block, path] of selectedLines(editor)) {
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
