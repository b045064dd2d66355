import { Editor, Range, Transforms, type Node, type PathRef } from 'slate'
import { isSafeUrl } from '#core/article/inline.ts'
import { traitsOf } from '#core/article/traits.ts'
import { addressBefore, type WrittenAddress } from '#core/text/addresses.ts'
import { rangeOf, type Match } from '../find/matches.ts'
import { textBlockAt } from '../query.ts'
import '../slate-types.ts'

/** An address in the text, and the line that it stands in. */
type Written = WrittenAddress & { line: PathRef }

/** @returns the address right before the caret, in a line of the body and outside links; null for none. */
export function addressAtCaret(editor: Editor): Written | null {
  const { selection } = editor
  const entry = textBlockAt(editor)
  if (selection === null || entry === null || Range.isExpanded(selection)) return null
  const [line, path] = entry
  if (traitsOf(line.type).place === 'head' || traitsOf(line.type).line === 'separate') return null
  const found = addressBefore(Editor.string(editor, { anchor: Editor.start(editor, path), focus: selection.anchor }))
  if (found === null || !isSafeUrl(found.url) || isLinked(editor, { path, ...found })) return null
  return { ...found, line: Editor.pathRef(editor, path, { affinity: 'backward' }) }
}

function isLinked(editor: Editor, place: Match): boolean {
  const links = Editor.nodes(editor, {
    at: rangeOf(editor, place),
    match: (node) => 'type' in node && node.type === 'link',
  })
  return !links.next().done
}

/** Makes a link of an address. It replaces the isolate that the address may stand in. */
export function linkWritten(editor: Editor, { url, ...place }: Match & { url: string }): void {
  const isIsolate = (node: Node): boolean => 'type' in node && node.type === 'ltr'
  Transforms.unwrapNodes(editor, { at: rangeOf(editor, place), match: isIsolate, split: true })
  Transforms.wrapNodes(
    editor,
    { type: 'link', url, children: [] as never },
    { at: rangeOf(editor, place), split: true },
  )
}
