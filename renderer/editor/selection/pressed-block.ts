import { Element as SlateElement, type Editor, type Path } from 'slate'
import { ReactEditor } from 'slate-react'
import { isContainerType } from '#core/article/block-types.ts'
import { TRAITS } from '#core/article/traits.ts'
import { BLOCK, pathOfDrawn } from '../drawn-path.ts'
import { isBlock } from '../query.ts'
import { runOf, wholeRun } from './selected-blocks.ts'

const CONTROL = 'a, button, input, textarea, select, label, [role="button"]'
const LOCKED = '[contenteditable="false"]'

/** @returns whether a press is on a control inside the text, which does something else with it. */
export function isOnControl(editor: Editor, target: EventTarget | null): boolean {
  const control = target instanceof Element ? target.closest(CONTROL) : null
  return control !== null && ReactEditor.toDOMNode(editor, editor).contains(control)
}

/**
 * @returns the path of the block that a press on something other than text selects: on its picture, its card, its label or
 *   its frame; null on text
 */
export function pressedBlock(editor: Editor, target: EventTarget | null): Path | null {
  const page = ReactEditor.toDOMNode(editor, editor)
  if (!(target instanceof Element) || target === page || !page.contains(target)) return null
  const element = target.closest(BLOCK)
  if (element === null) return null
  const node = ReactEditor.toSlateNode(editor, element)
  if (!SlateElement.isElement(node) || !isBlock(node)) return null
  const locked = target.closest(LOCKED)
  const isLocked = locked !== null && element.contains(locked)
  if (!isLocked && !isFramed(node.type)) return null
  const path = pathOfDrawn(editor, element)
  if (path === null) return null
  const { parent, first } = wholeRun(editor, runOf(path))
  return [...parent, first]
}

/** A list or a quote is text up to its edges; between the parts of a gallery there is only its frame. */
function isFramed(type: keyof typeof TRAITS): boolean {
  return isContainerType(type) && !('turns' in TRAITS[type])
}
