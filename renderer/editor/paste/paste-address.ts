import { Editor, Path, Range, Transforms } from 'slate'
import { addressOf } from '#core/text/addresses.ts'
import { traitsOf } from '#core/article/traits.ts'
import { linkAt, setLink } from '../commands/links.ts'
import { textBlockAt } from '../query.ts'

/**
 * Pastes an address. Over selected words of one line it becomes their link; elsewhere it is inserted as a link of its own,
 * also in the place of an older address. In the head an address is only text.
 * @returns false, and changes nothing, for any other text, and where a link may not stand
 */
export function pasteAddress(editor: Editor, text: string): boolean {
  const url = addressOf(text)
  const { selection } = editor
  if (url === null || selection === null) return false
  const [from, to] = Range.edges(selection).map((point) => textBlockAt(editor, point))
  if (!from || !to || traitsOf(from[0].type).place === 'head') return false
  const words = Path.equals(from[1], to[1]) ? Editor.string(editor, selection) : ''
  // Nobody would see spaces linked.
  const isNamed = words.trim() !== '' && addressOf(words) === null
  return isNamed ? linkWords(editor, selection, url) : insertLink(editor, url, text.trim())
}

function linkWords(editor: Editor, words: Range, url: string): boolean {
  const ref = Editor.rangeRef(editor, words, { affinity: 'inward' })
  const isLinked = setLink(editor, url)
  const linked = ref.unref()
  if (linked !== null) Transforms.select(editor, Range.end(linked))
  return isLinked
}

function insertLink(editor: Editor, url: string, text: string): boolean {
  if (linkAt(editor) !== null) return false
  if (editor.selection !== null && Range.isExpanded(editor.selection)) editor.deleteFragment()
  Transforms.insertNodes(editor, { type: 'link', url, children: [{ text }] }, { select: true })
  Transforms.collapse(editor, { edge: 'end' })
  return true
}
