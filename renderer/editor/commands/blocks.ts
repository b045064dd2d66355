import { Editor, Node, Path, Transforms } from 'slate'
import type { AnyBlock, Attribution, Direction, TextBlock } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { containerOf, textBlockAt, textBlocksIn } from '../query.ts'
import { become, isPlainBodyBlock } from '../with/with-invariants.ts'
import { leaveList } from '../with/with-breaks.ts'

/** What the toolbar shows as pressed: the sort of block that the caret is in. */
export type BlockKind = 'paragraph' | 'subhead-2' | 'subhead-3' | 'quote' | 'list' | 'ordered-list' | 'figure' | 'head'

/** @returns the sort of block at the caret, or null without one. */
export function blockKind(editor: Editor): BlockKind | null {
  const entry = textBlockAt(editor)
  if (entry === null) return null
  const [block, path] = entry
  const container = containerOf(editor, path)?.[0]
  if (container?.type === 'quote') return 'quote'
  if (container?.type === 'figure') return 'figure'
  if (container?.type === 'list') return container.ordered ? 'ordered-list' : 'list'
  if (block.type === 'subhead') return block.level === 2 ? 'subhead-2' : 'subhead-3'
  return block.type === 'paragraph' ? 'paragraph' : 'head'
}

/** Makes the selected lines subheads of a level; those that are so already become paragraphs again. */
export function toggleSubhead(editor: Editor, level: 2 | 3): void {
  const off = blockKind(editor) === `subhead-${level}`
  Editor.withoutNormalizing(editor, () => {
    leaveContainers(editor)
    for (const [block, path] of textBlocksIn(editor)) {
      if (!isPlainBodyBlock(block)) continue
      if (off) become(editor, 'paragraph', path)
      else Transforms.setNodes(editor, { type: 'subhead', level }, { at: path })
    }
  })
}

/** Makes the selected lines a list; a list of the other sort changes its sort, one of the same becomes paragraphs. */
export function toggleList(editor: Editor, ordered: boolean, newId: NewId): void {
  const kind = blockKind(editor)
  const wanted: BlockKind = ordered ? 'ordered-list' : 'list'
  Editor.withoutNormalizing(editor, () => {
    if (kind === wanted) return leaveContainers(editor)
    if (kind === 'list' || kind === 'ordered-list') {
      Transforms.setNodes(editor, { ordered }, { match: (node) => isType(node, 'list') })
      return
    }
    leaveContainers(editor)
    wrapRuns(editor, 'list-item', (dir) => ({ type: 'list', id: newId(), dir, ordered, children: [] as never }))
  })
}

/** Makes the selected lines a quotation with an empty attribution, or paragraphs again. */
export function toggleQuote(editor: Editor, newId: NewId): void {
  const off = blockKind(editor) === 'quote'
  Editor.withoutNormalizing(editor, () => {
    leaveContainers(editor)
    if (off) return
    wrapRuns(editor, 'paragraph', (dir) => ({ type: 'quote', id: newId(), dir, children: [] as never }))
  })
}

/** Turns the direction of the selected lines; a quote, list or figure turns as a whole. */
export function toggleDirection(editor: Editor): void {
  const current = textBlockAt(editor)?.[0].dir
  if (current === undefined) return
  const dir: Direction = current === 'rtl' ? 'ltr' : 'rtl'
  Editor.withoutNormalizing(editor, () => {
    const tops = new Set(textBlocksIn(editor).map(([, path]) => path[0] ?? 0))
    for (const index of tops) {
      for (const [node, path] of Node.elements(Node.get(editor, [index]))) {
        if ('dir' in node) Transforms.setNodes(editor, { dir }, { at: [index, ...path], voids: true })
      }
    }
  })
}

/** Takes the selected lines out of their quotes and lists. A figure keeps its lines. */
function leaveContainers(editor: Editor): void {
  const refs = textBlocksIn(editor).map(([, path]) => Editor.pathRef(editor, path))
  for (const ref of refs) {
    const path = ref.unref()
    if (path === null || path.length < 2) continue
    const container = containerOf(editor, path)
    if (container?.[0].type === 'list') leaveList(editor, path)
    if (container?.[0].type === 'quote') dissolveQuote(editor, container[1])
  }
}

/** Lifts a quote's paragraphs; an attribution with words stays as a paragraph, an empty one goes. */
function dissolveQuote(editor: Editor, path: Path): void {
  const node = Node.get(editor, path)
  if (!isType(node, 'quote')) return
  const last = [...path, node.children.length - 1]
  const attribution = Node.get(editor, last) as Attribution
  if (attribution.type === 'attribution') {
    if (Node.string(attribution) === '' && attribution.children.length === 1)
      Transforms.removeNodes(editor, { at: last })
    else become(editor, 'paragraph', last)
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

function isType<T extends AnyBlock['type']>(node: Node, type: T): node is Extract<AnyBlock, { type: T }> {
  return 'type' in node && node.type === type
}
