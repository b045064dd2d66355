import { createEditor, type BaseEditor, type Descendant, type Editor } from 'slate'
import { withHistory } from 'slate-history'
import type { Block } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import './slate-types.ts'
import { withBreaks } from './with/with-breaks.ts'
import { withDeletes } from './with/with-deletes.ts'
import { withDirection } from './with/with-direction.ts'
import { withIds } from './with/with-ids.ts'
import { withInlines } from './with/with-inlines.ts'
import { withInvariants } from './with/with-invariants.ts'
import { withPaste } from './with/with-paste.ts'
import { withTyping } from './with/with-typing.ts'

/**
 * Builds an editor that keeps every law of an article. Works without a DOM, so that the laws can be tested.
 * @param newId makes ids for blocks that come into being
 * @param base the bare editor; a window passes one that went through `withReact`
 */
export function createArticleEditor(newId: NewId, base: BaseEditor = createEditor()): Editor {
  // Its DOM half comes with the editor of a window; the laws need none.
  const editor = withHistory(base) as Editor
  withInlines(editor)
  withInvariants(editor, newId)
  withDirection(editor)
  withBreaks(editor, newId)
  withDeletes(editor)
  withTyping(editor, newId)
  withPaste(editor, newId)
  // Last, so that its `apply` runs before the history records: undo then knows the ids that were given.
  withIds(editor, newId)
  return editor
}

/** @returns the document of an editor. The rules hold it to the article's schema. */
export function documentOf(editor: Editor): Block[] {
  return editor.children as Block[]
}

/** Fills a fresh editor with a document, without an entry in its history. The document must be normalised. */
export function loadDocument(editor: Editor, document: readonly Block[]): void {
  editor.children = document as Descendant[]
  editor.selection = null
  editor.history = { undos: [], redos: [] }
}
