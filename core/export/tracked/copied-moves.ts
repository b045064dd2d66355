import type { Article } from '../../article/article.ts'
import { isTextBlock } from '../../article/text-nodes.ts'
import { covered } from '../../changes/apply.ts'
import { nodeOf, type InsertChange, type Key, type MoveChange } from '../../changes/change.ts'
import { shellOf, treeOf, type Tree } from '../../changes/tree.ts'
import { NOTE, type BlockNote } from './notes.ts'
import type { MadeChange } from './made-change.ts'

/**
 * @returns the blocks in which blocks or ends of lines come, go or move. Such a block cannot be shown in two places: in the
 *   place that it leaves, it would have to be as it was.
 */
export function restlessBlocks(tree: Tree, made: readonly MadeChange[]): Set<Key> {
  const found = new Set<Key>()
  const add = (key: Key): void => {
    for (let at = key; at !== '' && !found.has(at); at = tree.nodes.get(at)?.parent ?? '') found.add(at)
  }
  for (const { change } of made) {
    if (change.kind === 'text') {
      const { from, to, pieces } = change
      if (from.line === to.line && !pieces.some((piece) => 'block' in piece)) continue
      add(from.line)
      for (const key of covered(tree, from.line, to.line)) add(key)
    } else if (change.kind === 'insert') add(change.parent)
    else if (change.kind === 'remove' || change.kind === 'move') {
      add(tree.nodes.get(change.node)?.parent ?? '')
      if (change.kind === 'move') add(change.place.parent)
    }
  }
  return found
}

/** @returns a block with all that is inside it. */
function subtree(tree: Tree, key: Key): Key[] {
  const children = [...(tree.fixed.get(key) ?? []), ...(tree.free.get(key) ?? [])]
  return [key, ...children.flatMap((child) => subtree(tree, child))]
}

/** A move of a block that changes, as the blocks that it takes away and those that it brings. */
type Copy = { readonly gone: ReadonlySet<Key>; readonly parts: ReadonlySet<MadeChange>; readonly come: readonly Key[] }

/** @returns null where others change the block too, or where it takes blocks from elsewhere or leaves some. */
function copyOf(move: MadeChange & { change: MoveChange }, made: readonly MadeChange[], tree: Tree): Copy | null {
  const { node } = move.change
  const own = new Set(subtree(tree, node))
  const edits = made.flatMap(({ change }) => (change.kind === 'text' && change.from.line === node ? [change] : []))
  const joined = edits.flatMap(({ from, to }) => covered(tree, from.line, to.line))
  const gone = new Set([...own, ...joined])
  const parents = new Map(
    made.flatMap(({ change }) => (change.kind === 'insert' ? [[change.node, change.parent]] : [])),
  )
  const isIn = (key: Key): boolean => gone.has(key) || (parents.has(key) && isIn(parents.get(key) ?? ''))
  const parts = new Set<MadeChange>()
  for (const each of made) {
    const { change } = each
    const isInside = isIn(nodeOf(change))
    const target = change.kind === 'move' && each !== move ? change.place.parent : null
    const comesIn = target !== null && isIn(target) && !isInside
    const goesOut = target !== null && isInside && !isIn(target)
    const reaches = change.kind === 'text' && gone.has(change.from.line) !== gone.has(change.to.line)
    if (comesIn || goesOut || reaches) return null
    if (!isInside) continue
    if (each.proposal !== move.proposal) return null
    parts.add(each)
  }
  const split = edits.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => ('block' in piece ? [`text:${String(piece.block['id'])}`] : [])),
  )
  return { gone, parts, come: [node, ...split] }
}

const COPY = 'copy '
const sourceOf = ({ node }: InsertChange): Key => node.slice(COPY.length)

/** @returns the insertions of a block of a head with all that is inside it, under other keys. */
function insertions(tree: Tree, key: Key, parent: Key, place: InsertChange['place']): InsertChange[] | null {
  const block = tree.nodes.get(key)?.block
  if (block === undefined) return null
  const copy = `${COPY}${key}`
  const note: BlockNote = { name: block.id }
  const inlines = isTextBlock(block) ? { inlines: block.children } : {}
  const own: InsertChange = {
    kind: 'insert',
    node: copy,
    parent,
    place,
    shell: { ...shellOf(block), [NOTE]: note },
    ...inlines,
  }
  const fixed = (tree.fixed.get(key) ?? []).map((child) => insertions(tree, child, copy, null))
  const free = (tree.free.get(key) ?? []).map((child, seq) =>
    insertions(tree, child, copy, { parent: copy, gap: 0, seq }),
  )
  const inside = [...fixed, ...free]
  return inside.includes(null) ? null : [own, ...inside.flatMap((each) => each ?? [])]
}

/**
 * Writes moves of blocks that change as well as deletions and insertions, so that both texts are right. Those that cannot be
 * stay as they are.
 * @param heads of the proposals
 */
export function withCopiedMoves(
  article: Article,
  made: readonly MadeChange[],
  heads: readonly Article[],
): readonly MadeChange[] {
  const tree = treeOf(article.document)
  const isMove = (each: MadeChange): each is MadeChange & { change: MoveChange } => each.change.kind === 'move'
  let now = made
  for (const move of made.filter(isMove)) {
    if (!now.includes(move) || !restlessBlocks(tree, now).has(move.change.node)) continue
    const copy = copyOf(move, now, tree)
    const head = heads[move.proposal]
    if (copy === null || head === undefined) continue
    const headTree = treeOf(head.document)
    const { place } = move.change
    const come = copy.come.map((key, index) =>
      insertions(headTree, key, place.parent, { ...place, seq: place.seq + index / (copy.come.length + 1) }),
    )
    if (come.includes(null)) continue
    const rest = now.filter((each) => each !== move && !copy.parts.has(each))
    const removed = [...copy.gone].map((node) => ({ ...move, change: { kind: 'remove', node } as const }))
    const inserted = come.flatMap((each) => each ?? []).map((change) => ({ ...move, change, copyOf: sourceOf(change) }))
    now = [...rest, ...removed, ...inserted]
  }
  return now
}
