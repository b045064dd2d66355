import type { Editor } from 'slate'
import type { Metadata } from '#core/article/metadata.ts'
import { diffMetadata } from '#core/review/diff/metadata.ts'

/** A step of the editor's undo. */
export type UndoStep = Editor['history']['undos'][number]

/** Makes changes of the text and of the details beside it one step of undo. */
export type UndoDetails = {
  /**
   * Changes the text, and lets the details become others with it.
   * @returns the step that takes both back; null when nothing changed
   */
  step: (changeText: () => void, from: Metadata, to: Metadata) => UndoStep | null
}

/**
 * Teaches an editor's undo and redo about the details of the article, which are no part of its document. Only what a
 * step changed of them is changed back: what was written into other fields since stays.
 * @param apply sets some of the details
 */
export function undoDetails(editor: Editor, apply: (patch: Partial<Metadata>) => void): UndoDetails {
  const known = new WeakMap<UndoStep, { before: Partial<Metadata>; after: Partial<Metadata> }>()
  const { undo, redo } = editor
  editor.undo = () => {
    const details = known.get(editor.history.undos.at(-1) ?? none)
    undo()
    if (details !== undefined) apply(details.before)
  }
  editor.redo = () => {
    const details = known.get(editor.history.redos.at(-1) ?? none)
    redo()
    if (details !== undefined) apply(details.after)
  }
  return {
    step(changeText, from, to) {
      const last = editor.history.undos.at(-1)
      changeText()
      const changes = diffMetadata(from, to)
      let made = editor.history.undos.at(-1)
      if (made === last || made === undefined) {
        if (changes.length === 0) return null
        made = { operations: [], selectionBefore: editor.selection }
        editor.history.undos.push(made)
        editor.history.redos = []
      }
      const side = (which: 'from' | 'to'): Partial<Metadata> =>
        Object.fromEntries(changes.map((change) => [change.field, change[which]]))
      if (changes.length > 0) {
        known.set(made, { before: side('from'), after: side('to') })
        apply(side('to'))
      }
      return made
    },
  }
}

/** Stands for no step at all. */
const none: UndoStep = { operations: [], selectionBefore: null }
