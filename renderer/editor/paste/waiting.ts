import { Editor, Transforms } from 'slate'
import { HistoryEditor, type History } from 'slate-history'
import { holdPlace, isSamePlace, isSelected, releasePlace, type Place } from './place.ts'

/** A paste whose content is still being read, or pictures that are still being stored. */
type Waiting = {
  place: Place
  /** The step of undo that the paste is a part of: text that is dragged has been taken away at once. */
  step: History['undos'][number] | null
}

const WAITING = new WeakMap<Editor, Set<Waiting>>()

function waitingIn(editor: Editor): Set<Waiting> {
  const known = WAITING.get(editor)
  if (known !== undefined) return known
  const fresh = new Set<Waiting>()
  WAITING.set(editor, fresh)
  return fresh
}

/** @returns the last step of undo if it was made in this moment. */
function presentStep({ history, operations }: Editor): Waiting['step'] {
  const step = history.undos.at(-1)
  const last = step?.operations.at(-1)
  return step !== undefined && last !== undefined && operations.includes(last) ? step : null
}

/**
 * Holds the place of a paste at the selection while its content is read, or its pictures are stored.
 * @returns a function that pastes there; null without a selection. It selects the place and calls `insert`, as one step of
 *   undo, then selects what the writer has selected meanwhile. It does nothing when the paste was cancelled.
 */
export function waitToPaste(editor: Editor): ((insert: () => void) => void) | null {
  if (editor.selection === null) return null
  const mine: Waiting = { place: holdPlace(editor, editor.selection), step: presentStep(editor) }
  waitingIn(editor).add(mine)
  return (insert) => {
    if (WAITING.get(editor)?.delete(mine) !== true) return
    const all = waitingIn(editor)
    const followers = [...all].filter(({ place }) => isSamePlace(place, mine.place))
    const isStill = isSelected(editor, mine.place)
    const place = releasePlace(editor, mine.place)
    const own = editor.selection === null || isStill ? null : Editor.rangeRef(editor, editor.selection)
    const level = editor.selection?.level
    const run = (): void => {
      // Where its lines were removed, the caret is the best place left. What is still selected keeps its direction, for undo.
      if (place !== null && !isStill) Transforms.select(editor, place)
      if (editor.selection !== null) insert()
    }
    const isPart = mine.step !== null && editor.history.undos.at(-1) === mine.step
    if (isPart) HistoryEditor.withMerging(editor, run)
    else HistoryEditor.withNewBatch(editor, run)
    if (editor.selection !== null) {
      for (const each of followers) {
        release(each.place)
        each.place = holdPlace(editor, editor.selection)
      }
    }
    const selected = own?.unref() ?? null
    if (selected !== null) Transforms.select(editor, level === undefined ? selected : { ...selected, level })
  }
}

/**
 * Pastes content at the selection of now when it has been read; without a selection, where `insert` puts it.
 * @throws what the reading throws. The place is given up first: held on, it would take the next undo for itself.
 */
export async function pasteWhenRead<T>(
  editor: Editor,
  content: Promise<T>,
  insert: (content: T) => void,
): Promise<void> {
  const land = waitToPaste(editor) ?? ((put: () => void) => put())
  try {
    const read = await content
    land(() => insert(read))
  } catch (error) {
    land(() => {})
    throw error
  }
}

function release({ from, to }: Place): void {
  from.unref()
  to.unref()
}

/** Cancels the paste that was asked for last. @returns false when none waits. */
export function cancelPaste(editor: Editor): boolean {
  const all = waitingIn(editor)
  const last = [...all].at(-1)
  if (last === undefined) return false
  release(last.place)
  return all.delete(last)
}
