import { Editor, Element, Range, Transforms, type NodeEntry } from 'slate'
import type { Link } from '#core/article/inline.ts'
import { isSafeUrl } from '#core/article/inline.ts'
import { textBlocksIn } from '../query.ts'

type Inline = 'link' | 'ltr'

/** @returns the link around the selection, or null. */
export function linkAt(editor: Editor): NodeEntry<Link> | null {
  if (editor.selection === null) return null
  return (
    Editor.above(editor, { match: (node): node is Link => Element.isElement(node) && node.type === 'link' }) ?? null
  )
}

/** @returns what a person typed as an address, made whole: a bare domain gets https, a bare mailbox mailto. */
export function completeUrl(typed: string): string {
  const url = typed.trim()
  if (url === '' || /^[a-z][a-z0-9+.-]*:/iu.test(url)) return url
  return /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/u.test(url) ? `mailto:${url}` : `https://${url}`
}

/**
 * Links the selected words, or gives the link around the caret a new address. Without either, the address itself
 * is inserted as the words.
 * @returns false, and changes nothing, when the address may not stand in an article
 */
export function setLink(editor: Editor, typed: string): boolean {
  const url = completeUrl(typed)
  if (url.length > 2048 || !isSafeUrl(url) || editor.selection === null) return false
  const existing = linkAt(editor)
  if (existing !== null) {
    Transforms.setNodes(editor, { url }, { at: existing[1] })
    return true
  }
  if (Range.isCollapsed(editor.selection)) {
    Transforms.insertNodes(editor, { type: 'link', url, children: [{ text: url }] }, { select: true })
    return true
  }
  Editor.withoutNormalizing(editor, () => {
    unwrap(editor, 'link')
    unwrap(editor, 'ltr')
    wrapEachLine(editor, { type: 'link', url, children: [] as never })
  })
  return true
}

/** Takes the link off and leaves its words. */
export function removeLink(editor: Editor): void {
  unwrap(editor, 'link')
}

/** @returns whether the caret stands in a left-to-right isolate. */
export function inIsolate(editor: Editor): boolean {
  if (editor.selection === null) return false
  return Editor.above(editor, { match: (node) => Element.isElement(node) && node.type === 'ltr' }) !== undefined
}

/** Isolates the selected words as left-to-right (a Latin name, a number), or undoes that. */
export function toggleIsolate(editor: Editor): void {
  if (editor.selection === null) return
  if (inIsolate(editor)) return unwrap(editor, 'ltr')
  if (Range.isCollapsed(editor.selection) || linkAt(editor) !== null) return
  Editor.withoutNormalizing(editor, () => {
    unwrap(editor, 'link')
    wrapEachLine(editor, { type: 'ltr', children: [] as never })
  })
}

/** Wraps the selected part of each line apart, for an inline element cannot hold more than one line. */
function wrapEachLine(editor: Editor, element: Element): void {
  const { selection } = editor
  if (selection === null) return
  for (const [, path] of textBlocksIn(editor).toReversed()) {
    const range = Range.intersection(selection, Editor.range(editor, path))
    if (range === null || Range.isCollapsed(range)) continue
    Transforms.wrapNodes(editor, { ...element }, { at: range, split: true })
  }
}

function unwrap(editor: Editor, type: Inline): void {
  Transforms.unwrapNodes(editor, { match: (node) => Element.isElement(node) && node.type === type, split: false })
}
