import { Node, Path, Transforms, type Editor, type NodeEntry } from 'slate'
import type { ContainerBlock } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { validDepths } from '#core/article/normalise-items.ts'
import { emptyBlock } from '#core/article/factories.ts'
import { isTextType, shapeOf } from '#core/article/block-types.ts'
import { isBlock, isTextBlock } from '../query.ts'
import { setLineType } from './set-line-type.ts'

/** Moves a block that its container may not hold to right after the container. */
function evict(editor: Editor, path: Path): true {
  Transforms.moveNodes(editor, { at: path, to: Path.next(Path.parent(path)), voids: true })
  return true
}

/**
 * Makes one repair to the children of a container, so that they have the shape of its traits. Slate calls the
 * normaliser again after each repair.
 * @returns whether a repair was made; false means that the children are valid
 */
export function fixContainer(editor: Editor, [node, path]: NodeEntry<ContainerBlock>, newId: NewId): boolean {
  return (
    fixLead(editor, [node, path], newId) ||
    fixTail(editor, [node, path], newId) ||
    fixItems(editor, [node, path], newId) ||
    fixDepths(editor, [node, path]) ||
    fixRows(editor, [node, path], newId)
  )
}

function typeOf(node: Node | undefined): string {
  return node !== undefined && isBlock(node) ? node.type : ''
}

function fixLead(editor: Editor, [node, path]: NodeEntry<ContainerBlock>, newId: NewId): boolean {
  const { lead, items } = shapeOf(node.type)
  const children: Node[] = node.children
  for (const [index, wanted] of lead.entries()) {
    const child = children[index]
    const own = typeOf(child)
    if (own === wanted) continue
    const isLater = lead.slice(index + 1).some((later) => later === own) && typeOf(children[index + 1]) !== wanted
    if (child === undefined || !isTextBlock(child) || items.length > 0 || isLater) {
      Transforms.insertNodes(editor, emptyBlock(wanted, newId, node.dir), { at: [...path, index] })
    } else setLineType(editor, wanted, [...path, index])
    return true
  }
  return false
}

function fixTail(editor: Editor, [node, path]: NodeEntry<ContainerBlock>, newId: NewId): boolean {
  const { tail } = shapeOf(node.type)
  const children: Node[] = node.children
  for (const [index, wanted] of tail.entries()) {
    const at = children.length - tail.length + index
    if (typeOf(children[at]) === wanted) continue
    Transforms.insertNodes(editor, emptyBlock(wanted, newId, node.dir), { at: [...path, children.length] })
    return true
  }
  return false
}

function fixItems(editor: Editor, [node, path]: NodeEntry<ContainerBlock>, newId: NewId): boolean {
  const { lead, items, tail } = shapeOf(node.type)
  const [first] = items
  const children: Node[] = node.children
  const end = children.length - tail.length
  // Go backwards, so that blocks moved out keep their order after the container.
  for (let index = end - 1; index >= lead.length; index -= 1) {
    const child = children[index]
    if (child === undefined || items.some((type) => type === typeOf(child))) continue
    const at = [...path, index]
    if (!isTextBlock(child) || first === undefined || !isTextType(first)) return evict(editor, at)
    setLineType(editor, first, at)
    return true
  }
  if (first === undefined || !isTextType(first) || end > lead.length) return false
  Transforms.insertNodes(editor, emptyBlock(first, newId, node.dir), { at: [...path, lead.length] })
  return true
}

/**
 * Makes each list item at most one level deeper than the item before. First-level items have no fields of their own.
 */
function fixDepths(editor: Editor, [node, path]: NodeEntry<ContainerBlock>): boolean {
  if (node.type !== 'list') return false
  const depths = validDepths(node.children.map(({ depth }) => depth ?? 0))
  for (const [index, item] of node.children.entries()) {
    const depth = depths[index] ?? 0
    const at = [...path, index]
    if (depth === 0 && (item.depth !== undefined || item.ordered !== undefined)) {
      Transforms.unsetNodes(editor, ['depth', 'ordered'], { at })
      return true
    }
    if (depth !== (item.depth ?? 0)) {
      Transforms.setNodes(editor, { depth }, { at })
      return true
    }
  }
  return false
}

/** Adds an empty cell to a row of a table that is shorter than the longest row. */
function fixRows(editor: Editor, [node, path]: NodeEntry<ContainerBlock>, newId: NewId): boolean {
  if (node.type !== 'table') return false
  const width = Math.max(...node.children.map(({ children }) => children.length))
  for (const [index, row] of node.children.entries()) {
    if (row.children.length === width) continue
    const at = [...path, index, row.children.length]
    Transforms.insertNodes(editor, emptyBlock('table-cell', newId, row.dir), { at })
    return true
  }
  return false
}
