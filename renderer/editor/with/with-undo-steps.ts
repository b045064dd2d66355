import type { Editor, Operation } from 'slate'
import { HistoryEditor, type History } from 'slate-history'

type Step = History['undos'][number]

/** A pause of this length ends a step. */
const PAUSE_MS = 1000
/** When typing goes on, a step ends at the first word after so many characters. */
const LONG = 20
/** The library keeps a hundred steps. The oldest of them are set aside before it drops them. */
const MOST = 90
const SET_ASIDE = 45
/** What is set aside is bounded by its size, in characters of JSON. */
const MOST_CHARACTERS = 20_000_000

/** What is set aside of each history. Beside the editor, because a history outlives it: a left article is opened anew. */
const ASIDE = new WeakMap<Step[], Aside>()

/**
 * Makes one undo take back what a person would call one step: typing up to a pause, a few words when it goes on, and
 * nothing from before the caret was moved. Steps are limited by memory and not in number.
 * @param now milliseconds of any clock that does not go back
 */
export function withUndoSteps(editor: Editor, now: () => number): Editor {
  const { apply, undo, writeHistory } = editor
  const asideOf = (): Aside => {
    const { undos } = editor.history
    const known = ASIDE.get(undos)
    if (known !== undefined) return known
    const fresh: Aside = { steps: [], characters: 0 }
    ASIDE.set(undos, fresh)
    return fresh
  }
  let last = { at: 0, hasMoved: false }

  editor.apply = (operation) => {
    if (operation.type === 'set_selection') {
      // The first of a flush: what follows an operation of typing belongs to it.
      if (editor.operations.length === 0) last = { ...last, hasMoved: true }
      return apply(operation)
    }
    if (HistoryEditor.isSaving(editor) === false || editor.operations.length > 0) return apply(operation)
    const at = now()
    const { hasMoved } = last
    const isNew = hasMoved || at - last.at >= PAUSE_MS || isNewWord(operation, editor.history.undos.at(-1))
    last = { at, hasMoved: false }
    // Whoever joins operations into one step says so.
    if (!isNew || HistoryEditor.isMerging(editor) === true) return apply(operation)
    HistoryEditor.withNewBatch(editor, () => apply(operation))
  }

  editor.writeHistory = (stack, step: Step) => {
    writeHistory(stack, step)
    if (stack === 'undos' && editor.history.undos.length > MOST) setAside(editor.history.undos, asideOf())
  }
  editor.undo = () => {
    undo()
    const { undos } = editor.history
    // At once: an empty history means to the keys and the buttons that nothing is left to undo.
    if (undos.length === 0) undos.push(...takeBack(asideOf()))
    last = { ...last, hasMoved: true }
  }
  return editor
}

type Aside = { steps: { step: Step; size: number }[]; characters: number }

function setAside(undos: Step[], aside: Aside): void {
  for (const step of undos.splice(0, SET_ASIDE)) {
    const size = JSON.stringify(step.operations).length
    aside.steps.push({ step, size })
    aside.characters += size
  }
  while (aside.characters > MOST_CHARACTERS) aside.characters -= aside.steps.shift()?.size ?? aside.characters
}

function takeBack(aside: Aside): Step[] {
  const taken = aside.steps.splice(-SET_ASIDE)
  for (const { size } of taken) aside.characters -= size
  return taken.map(({ step }) => step)
}

/** @returns whether an operation begins a word, after a step that holds several already. */
function isNewWord(operation: Operation, step: Step | undefined): boolean {
  if (operation.type !== 'insert_text' || step === undefined) return false
  const typed = step.operations.flatMap((each) => (each.type === 'insert_text' ? [each.text] : [])).join('')
  return typed.length >= LONG && /\s$/u.test(typed) && /^\S/u.test(operation.text)
}
