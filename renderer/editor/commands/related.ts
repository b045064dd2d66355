import { Editor, Node, Path, Transforms } from 'slate'
import { emptyBlock, related, type NewId } from '#core/article/factories.ts'
import { isBlock, textBlockAt } from '../query.ts'
import { insertBlock } from './insert.ts'
import { inOneStep } from './one-step.ts'

/** Moves the caret to a related link that is still to be written: that at the caret, or a new one. @returns its id */
export function openRelated(editor: Editor, newId: NewId): string | null {
  const entry = textBlockAt(editor)
  inOneStep(editor, () => {
    if (entry?.[0].type !== 'related-item') return insertBlock(editor, related(newId, [{ title: '', url: '' }]), newId)
    const [item, path] = entry
    if (item.url === '' && Node.string(item) === '') return
    const at = Path.next(path)
    Transforms.insertNodes(editor, emptyBlock('related-item', newId, item.dir), { at })
    Transforms.select(editor, Editor.start(editor, at))
  })
  const opened = textBlockAt(editor)?.[0]
  return opened?.type === 'related-item' ? opened.id : null
}

/** Writes the title and the address of a related link. Does nothing if it was removed meanwhile. */
export function fillRelated(editor: Editor, id: string, title: string, url: string): void {
  const [, path] = [...Node.elements(editor)].find(([node]) => isBlock(node) && node.id === id) ?? []
  if (path === undefined) return
  inOneStep(editor, () => {
    Transforms.setNodes(editor, { url }, { at: path })
    Transforms.insertText(editor, title, { at: Editor.range(editor, path) })
    Transforms.select(editor, Editor.end(editor, path))
  })
}
