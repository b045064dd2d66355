import { createEditor, type BaseEditor, type Descendant, type Editor } from 'slate'
import { withHistory } from 'slate-history'
import type { Block } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import './slate-types.ts'
import { withBlockSelection } from './with/with-block-selection.ts'
import { withBreaks } from './with/with-breaks.ts'
import { withDeletes } from './with/with-deletes.ts'
import { withDirection } from './with/with-direction.ts'
import { withIds } from './with/with-ids.ts'
import { withInlines } from './with/with-inlines.ts'
import { withInvariants } from './with/with-invariants.ts'
import { withPaste } from './with/with-paste.ts'
import { withRedoCaret } from './with/with-redo-caret.ts'
import { withSelectionInText } from './with/with-selection-in-text.ts'
import { withUndoSteps } from './with/with-undo-steps.ts'
import { withTyping } from './with/with-typing.ts'

/**
 * Creates an editor that keeps its document a valid article. Works without a DOM, so that the rules can be tested.
 * @param newId makes ids for new blocks
 * @param base the Slate editor to extend; a window passes one from `withReact`
 * @param now the clock that tells a pause from typing, in milliseconds
 */
export function createArticleEditor(
  newId: NewId,
  base: BaseEditor = createEditor(),
  now: () => number = () => performance.now(),
): Editor {
  // The type includes ReactEditor, which only a window's editor has. The rules do not use it.
  const editor = withHistory(base) as Editor
  withInlines(editor)
  withInvariants(editor, newId)
  withDirection(editor)
  withBreaks(editor, newId)
  withDeletes(editor)
  withTyping(editor, newId)
  withPaste(editor, newId)
  withBlockSelection(editor, newId)
  withUndoSteps(editor, now)
  withRedoCaret(editor)
  withSelectionInText(editor)
  // Last, so that its `apply` runs before that of the history: undo then records the ids that it assigned.
  withIds(editor, newId)
  return editor
}

/** @returns the document of an editor. The rules keep it valid, so the cast is safe. */
export function documentOf(editor: Editor): Block[] {
  return editor.children as Block[]
}

/**
 * Sets the document of a new editor.
 * @param document must be normalised
 * @param history of an earlier editor that had the same document; empty by default
 */
export function loadDocument(
  editor: Editor,
  document: readonly Block[],
  history: Editor['history'] = { undos: [], redos: [] },
): void {
  editor.children = document as Descendant[]
  editor.selection = null
  editor.history = history
}
