import { Editor, Node, type Path } from 'slate'
import { ReactEditor } from 'slate-react'

/** What draws a block. */
export const BLOCK = '[data-slate-node="element"]'

/** @returns the element of the top-level block around an element of the text. */
export function outermost(element: Element): Element {
  const outer = element.parentElement?.closest(BLOCK) ?? null
  return outer === null ? element : outermost(outer)
}

const idOf = (node: Node): unknown => ('id' in node ? node.id : undefined)

/** @returns the index of the top-level block that an element draws; null when the text has it no more. */
export function indexOfDrawn(editor: Editor, element: Element): number | null {
  const id = idOf(ReactEditor.toSlateNode(editor, element))
  const index = editor.children.findIndex((child) => idOf(child) === id)
  return index === -1 ? null : index
}

/**
 * Finds a block by its id. `ReactEditor.findPath` throws when the block has changed and the change is not drawn yet, as when a key
 * and a press come together.
 * @returns the path of the block that an element draws; null when the text has it no more
 */
export function pathOfDrawn(editor: Editor, element: Element): Path | null {
  const index = indexOfDrawn(editor, outermost(element))
  if (index === null) return null
  const id = idOf(ReactEditor.toSlateNode(editor, element))
  const [found] = Editor.nodes(editor, { at: [index], match: (node) => idOf(node) === id })
  return found?.[1] ?? null
}
