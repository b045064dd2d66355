import { Editor, Element, Node, Path, Range, Transforms, type NodeEntry } from 'slate'
import type { Link } from '#core/article/inline.ts'
import { isSafeUrl, isWebUrl } from '#core/article/inline.ts'
import { completeUrl } from '#core/text/addresses.ts'
import { textBlocksIn } from '../query.ts'

/** @returns the link around the selection, or null. */
export function linkAt(editor: Editor): NodeEntry<Link> | null {
  if (editor.selection === null) return null
  return Editor.above(editor, { match: isLink }) ?? null
}

/** @returns the link around the selection, or the one whose edge the caret touches, or null. */
export function linkTouched(editor: Editor): NodeEntry<Link> | null {
  const { selection } = editor
  const around = linkAt(editor)
  if (around !== null || selection === null || Range.isExpanded(selection)) return around
  const { path, offset } = selection.anchor
  const beside = [
    ...(offset === 0 && Path.hasPrevious(path) ? [Path.previous(path)] : []),
    ...(offset === Node.string(Node.get(editor, path)).length ? [Path.next(path)] : []),
  ]
  for (const at of beside) {
    const node = Node.has(editor, at) ? Node.get(editor, at) : null
    if (node !== null && isLink(node)) return [node, at]
  }
  return null
}

function isLink(node: Node): node is Link {
  return Element.isElement(node) && node.type === 'link'
}

/** @returns the web address that somebody typed, with its scheme; null if it is none, such as a single word. */
export function typedWebUrl(typed: string): string | null {
  const url = completeUrl(typed)
  const hasSite = /^https?:\/\/[^\s/?#]+\.[^\s/?#.]/iu.test(url)
  return url.length <= 2048 && isWebUrl(url) && hasSite ? url : null
}

/**
 * Links the selected text, or changes the address of the link at the caret. Without either, inserts the address as a
 * link.
 * @returns false, and changes nothing, if the address is not safe
 */
export function setLink(editor: Editor, typed: string): boolean {
  const url = completeUrl(typed)
  if (url.length > 2048 || !isSafeUrl(url) || editor.selection === null) return false
  const existing = linkTouched(editor)
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

/** Unwraps the selected links, or the one that the caret touches. */
export function removeLink(editor: Editor): void {
  const touched = linkTouched(editor)
  if (touched === null) unwrap(editor, 'link')
  else Transforms.unwrapNodes(editor, { at: touched[1] })
}

/** @returns whether the selection lies inside a left-to-right isolate. */
export function inIsolate(editor: Editor): boolean {
  if (editor.selection === null) return false
  return Editor.above(editor, { match: (node) => Element.isElement(node) && node.type === 'ltr' }) !== undefined
}

/**
 * Makes the selected text (a Latin name, a number) a left-to-right isolate, or unwraps the isolate at the selection.
 */
export function toggleIsolate(editor: Editor): void {
  if (editor.selection === null) return
  if (inIsolate(editor)) return unwrap(editor, 'ltr')
  if (Range.isCollapsed(editor.selection) || linkAt(editor) !== null) return
  Editor.withoutNormalizing(editor, () => {
    unwrap(editor, 'link')
    wrapEachLine(editor, { type: 'ltr', children: [] as never })
  })
}

/** Wraps the selected part of each line separately: an inline element cannot span lines. */
function wrapEachLine(editor: Editor, element: Element): void {
  const { selection } = editor
  if (selection === null) return
  for (const [, path] of textBlocksIn(editor).toReversed()) {
    const range = Range.intersection(selection, Editor.range(editor, path))
    if (range === null || Range.isCollapsed(range)) continue
    Transforms.wrapNodes(editor, { ...element }, { at: range, split: true })
  }
}

function unwrap(editor: Editor, type: 'link' | 'ltr'): void {
  Transforms.unwrapNodes(editor, { match: (node) => Element.isElement(node) && node.type === type, split: false })
}
