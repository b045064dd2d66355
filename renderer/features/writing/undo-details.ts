import type { Editor } from 'slate'
import type { Metadata } from '#core/article/metadata.ts'
import { fieldsThatDiffer } from '#core/changes/fields.ts'
import { keepSelection } from '#renderer/editor/selection/keep-selection.ts'

/** A step in the editor's undo history. */
export type UndoStep = Editor['history']['undos'][number]

/** What a step did besides the text and the metadata. */
export type Beside = { undo: () => void; redo: () => void }

/** Lets one step of undo take back a change of the text together with one of the metadata or of a proposal. */
export type UndoDetails = {
  /**
   * Changes the text and the metadata.
   * @param beside was done with them, and is undone with them
   * @returns the step that undoes all; null if nothing changed
   */
  step: (changeText: () => void, from: Metadata, to: Metadata, beside?: Beside) => UndoStep | null
}

type Details = { before: Partial<Metadata>; after: Partial<Metadata>; beside: Beside | null }

/** What each step of the functions below changed besides the text. Beside the editor, because its history outlives it. */
const DETAILS_OF_STEP = new WeakMap<UndoStep, Details>()

/**
 * Extends an editor's undo and redo to what is not part of its document. They replace blocks as the step did, and leave the
 * caret and the selection at their words. Undo restores only the fields of the metadata that
 * the step changed; later changes of other fields stay.
 * @param apply sets some of the metadata
 */
export function undoDetails(editor: Editor, apply: (patch: Partial<Metadata>) => void): UndoDetails {
  const { undo, redo } = editor
  editor.undo = () => {
    const step = editor.history.undos.at(-1) ?? NO_STEP
    const details = DETAILS_OF_STEP.get(step)
    if (details === undefined) return undo()
    keepSelection(editor, undo)
    // It only cancelled a paste that waits if the step is still there.
    if (editor.history.undos.at(-1) === step) return
    if (Object.keys(details.before).length > 0) apply(details.before)
    details.beside?.undo()
  }
  editor.redo = () => {
    const details = DETAILS_OF_STEP.get(editor.history.redos.at(-1) ?? NO_STEP)
    if (details === undefined) return redo()
    keepSelection(editor, redo)
    if (Object.keys(details.after).length > 0) apply(details.after)
    details.beside?.redo()
  }
  return {
    step(changeText, from, to, beside) {
      const last = editor.history.undos.at(-1)
      changeText()
      const changes = fieldsThatDiffer(from, to)
      let made = editor.history.undos.at(-1)
      if (made === last || made === undefined) {
        if (changes.length === 0 && beside === undefined) return null
        made = { operations: [], selectionBefore: editor.selection }
        editor.history.undos.push(made)
        editor.history.redos = []
      }
      const side = (which: 'from' | 'to'): Partial<Metadata> =>
        Object.fromEntries(changes.map((change) => [change.field, change[which]]))
      DETAILS_OF_STEP.set(made, { before: side('from'), after: side('to'), beside: beside ?? null })
      if (changes.length > 0) apply(side('to'))
      return made
    },
  }
}

/** Matches no entry of `DETAILS_OF_STEP`. */
const NO_STEP: UndoStep = { operations: [], selectionBefore: null }
