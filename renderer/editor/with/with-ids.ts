import { Element, Node, Text, Transforms, type Descendant, type Editor } from 'slate'
import type { NewId } from '#core/article/factories.ts'
import { isBlock } from '../query.ts'

/** The ids of a document. Looking through it for each of the blocks of a long paste would take seconds. */
type Known = { children: Editor['children']; taken: Set<string> }

function idsIn(editor: Editor): Set<string> {
  const taken = new Set<string>()
  for (const [node] of Node.elements(editor)) if (isBlock(node)) taken.add(node.id)
  return taken
}

/**
 * Keeps block ids unique. After a split, the first half keeps the id. An inserted block keeps its id unless the
 * document has it already. A block restored by undo keeps its old id.
 */
export function withIds(editor: Editor, newId: NewId): Editor {
  const { apply, getSplitProperties, normalizeNode } = editor
  let known: Known | null = null

  editor.getSplitProperties = (node, path) => {
    const properties = getSplitProperties(node, path)
    return isBlock(node) ? { ...properties, id: newId() } : properties
  }

  editor.apply = (operation) => {
    if (operation.type === 'insert_node' && Element.isElement(operation.node) && isBlock(operation.node)) {
      const taken = known?.children === editor.children ? known.taken : idsIn(editor)
      apply({ ...operation, node: withFreshIds(operation.node, taken, newId) })
      known = { children: editor.children, taken }
      return
    }
    apply(operation)
  }

  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry
    if (isBlock(node) && !hasId(node)) {
      Transforms.setNodes(editor, { id: newId() }, { at: path, voids: true })
      return
    }
    normalizeNode(entry, options)
  }
  return editor
}

function hasId(node: { id?: unknown }): boolean {
  return typeof node.id === 'string' && node.id.length > 0 && node.id.length <= 64
}

/** @returns the same node if its ids are free, else a copy with new ids where needed. Adds its ids to `taken`. */
function withFreshIds<N extends Descendant>(node: N, taken: Set<string>, newId: NewId): N {
  if (Text.isText(node) || !isBlock(node)) return node
  const id = hasId(node) && !taken.has(node.id) ? node.id : newId()
  taken.add(id)
  const children = (node.children as Descendant[]).map((child) => withFreshIds(child, taken, newId))
  const isSame = id === node.id && children.every((child, index) => child === node.children[index])
  return isSame ? node : { ...node, id, children }
}
