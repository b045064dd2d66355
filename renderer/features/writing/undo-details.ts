import type { Editor } from 'slate'
import type { Metadata } from '#core/article/metadata.ts'
import { fieldsThatDiffer } from '#core/changes/fields.ts'

/** A step in the editor's undo history. */
export type UndoStep = Editor['history']['undos'][number]

/** Combines a change of the text and of the metadata into one step of undo. */
export type UndoDetails = {
  /**
   * Changes the text and the metadata.
   * @returns the step that undoes both; null if nothing changed
   */
  step: (changeText: () => void, from: Metadata, to: Metadata) => UndoStep | null
}

/** What each step changed in the metadata. Beside the editor, because its history outlives it. */
const METADATA_OF_STEP = new WeakMap<UndoStep, { before: Partial<Metadata>; after: Partial<Metadata> }>()

/**
 * Extends an editor's undo and redo to the metadata, which are not part of its document. Undo restores only the fields
 * that the step changed; later changes of other fields stay.
 * @param apply sets some of the metadata
 */
export function undoDetails(editor: Editor, apply: (patch: Partial<Metadata>) => void): UndoDetails {
  const { undo, redo } = editor
  editor.undo = () => {
    const step = editor.history.undos.at(-1) ?? NO_STEP
    const details = METADATA_OF_STEP.get(step)
    undo()
    // It only cancelled a paste that waits if the step is still there.
    if (details !== undefined && editor.history.undos.at(-1) !== step) apply(details.before)
  }
  editor.redo = () => {
    const details = METADATA_OF_STEP.get(editor.history.redos.at(-1) ?? NO_STEP)
    redo()
    if (details !== undefined) apply(details.after)
  }
  return {
    step(changeText, from, to) {
      const last = editor.history.undos.at(-1)
      changeText()
      const changes = fieldsThatDiffer(from, to)
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
        METADATA_OF_STEP.set(made, { before: side('from'), after: side('to') })
        apply(side('to'))
      }
      return made
    },
  }
}

/** Matches no entry of `METADATA_OF_STEP`. */
const NO_STEP: UndoStep = { operations: [], selectionBefore: null }
