import { Node, Path, Transforms, type Editor } from 'slate'
import { MAX_LIST_DEPTH } from '#core/article/blocks/list.ts'
import { selectedLines } from '../selection/selected-range.ts'
import { inOneStep } from './one-step.ts'

/** Indents or outdents the selected list items by one level. @returns whether the selection touches a list item. */
export function indentItems(editor: Editor, step: 1 | -1): boolean {
  const items = selectedLines(editor).flatMap(([block, path]) =>
    block.type === 'list-item' ? [{ depth: block.depth ?? 0, path }] : [],
  )
  if (items.length === 0) return false
  inOneStep(editor, () => {
    for (const { depth, path } of items) {
      const index = path.at(-1) ?? 0
      const previous = index === 0 ? null : Node.get(editor, Path.previous(path))
      const deepest = previous !== null && 'depth' in previous ? Number(previous.depth ?? 0) + 1 : index === 0 ? 0 : 1
      const wanted = Math.max(0, Math.min(depth + step, MAX_LIST_DEPTH, step === 1 ? deepest : MAX_LIST_DEPTH))
      if (wanted === depth) continue
      if (wanted === 0) Transforms.unsetNodes(editor, ['depth', 'ordered'], { at: path })
      else Transforms.setNodes(editor, { depth: wanted }, { at: path })
    }
  })
  return true
}
