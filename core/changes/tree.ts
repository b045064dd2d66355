import type { AnyBlock, Block, TextBlock } from '../article/block.ts'
import { isHeadType, shapeOf } from '../article/block-types.ts'
import { isContainer, isTextBlock } from '../article/text-nodes.ts'
import type { Key, Shell } from './change.ts'

/** The parent of the blocks at the top level. */
export const ROOT: Key = ''

/** A block in its document. */
export type Node = {
  readonly key: Key
  readonly block: AnyBlock
  readonly parent: Key
  /** The place among the free children of the parent; -1 for a block that has a fixed place. */
  readonly index: number
  /** The place in reading order among all nodes of the document. */
  readonly order: number
}

/** A document by its nodes, in reading order. */
export type Tree = {
  readonly nodes: ReadonlyMap<Key, Node>
  /** The children of each node that can be moved and removed, in order. `ROOT` has those of the body. */
  readonly free: ReadonlyMap<Key, readonly Key[]>
  /** The children of each node that have a fixed place. `ROOT` has those of the head. */
  readonly fixed: ReadonlyMap<Key, readonly Key[]>
}

/** @returns the fields of a block, all but its children. */
export function shellOf({ children: _children, ...shell }: AnyBlock): Shell {
  return shell
}

/**
 * @returns the key of a block that can move: its id, with what it holds. A block that keeps its id and holds something
 *   else from then on is another block.
 */
function freeKey(block: AnyBlock): Key {
  const nature = isTextBlock(block) ? 'text' : isContainer(block) ? 'container' : 'void'
  return `${nature}:${block.id}`
}

/** @returns how many blocks with a fixed place a container has at its start and at its end. */
function edges(block: AnyBlock): { lead: number; tail: number } {
  if (!isContainer(block)) return { lead: 0, tail: 0 }
  const { lead, tail } = shapeOf(block.type)
  return { lead: lead.length, tail: tail.length }
}

/** Trees, for as long as their documents exist. One change asks for the tree of the same documents many times. */
const TREES = new WeakMap<readonly Block[], Tree>()

/** @returns a document by its nodes. @param document must be valid, and must not change afterwards */
export function treeOf(document: readonly Block[]): Tree {
  const known = TREES.get(document)
  if (known !== undefined) return known
  const tree = makeTree(document)
  TREES.set(document, tree)
  return tree
}

function makeTree(document: readonly Block[]): Tree {
  const nodes = new Map<Key, Node>()
  const free = new Map<Key, Key[]>()
  const fixed = new Map<Key, Key[]>()
  const add = (block: AnyBlock, key: Key, parent: Key, index: number): void => {
    nodes.set(key, { key, block, parent, index, order: nodes.size })
    const siblings = index === -1 ? fixed : free
    const known = siblings.get(parent)
    if (known === undefined) siblings.set(parent, [key])
    else known.push(key)
    if (!isContainer(block)) return
    const { lead, tail } = edges(block)
    const last = block.children.length - tail
    // Two halves of a verse have one type: the place tells them apart.
    for (const [place, child] of block.children.entries()) {
      if (place >= lead && place < last) add(child, freeKey(child), key, place - lead)
      else add(child, `${key}/${child.type}.${place < lead ? place : place - last}`, key, -1)
    }
  }
  let index = 0
  for (const block of document) {
    if (isHeadType(block.type)) add(block, `/${block.type}`, ROOT, -1)
    else add(block, freeKey(block), ROOT, index++)
  }
  return { nodes, free, fixed }
}

/** @returns the line with a key, or null when the key names no line. */
export function lineAt(tree: Tree, key: Key): TextBlock | null {
  const block = tree.nodes.get(key)?.block
  return block !== undefined && isTextBlock(block) ? block : null
}

/**
 * @returns the top-level block that holds a node, or the node itself at the top level
 * @param trees versions of one document: each parent is looked up in the first of them that has its child
 */
export function topOf(node: Key, ...trees: readonly Tree[]): Key {
  let key = node
  for (;;) {
    const found = trees.map((tree) => tree.nodes.get(key)).find((each) => each !== undefined)
    if (found === undefined || found.parent === ROOT) return key
    key = found.parent
  }
}
