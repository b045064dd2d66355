import { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { isButton, isEditable } from '../focus/controls.ts'
import { focusText } from '../focus-text.ts'

const TEXT = '[data-slate-editor]'
const ENTER = '\n'

/**
 * Holds what is typed while another text takes the place of the one that is shown: a letter would go into the one that is
 * left. What an input method composes cannot be held.
 * @returns ends the holding, and types what was held into a text
 */
export function holdTyping(): (into: Editor) => void {
  const controller = new AbortController()
  const held: string[] = []
  const options = { capture: true, signal: controller.signal }
  const take = (event: Event, what: string | null): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (what !== null) held.push(what)
  }
  window.addEventListener(
    'keydown',
    (event) => {
      const { key, target, ctrlKey, altKey, metaKey, isComposing } = event
      if (ctrlKey || altKey || metaKey || isComposing) return
      if (isText(target)) {
        if (key === 'Enter') take(event, ENTER)
        else if (key === 'Backspace' || key === 'Delete' || key === 'Tab') take(event, null)
        if (key === 'Backspace') held.pop()
      } else if (isLetter(key) && !isEditable(target) && !(isButton(target) && /\s/u.test(key))) take(event, key)
    },
    options,
  )
  window.addEventListener(
    'beforeinput',
    (event) => {
      if (event.inputType === 'insertText' && event.data !== null && isText(event.target)) take(event, event.data)
    },
    options,
  )
  return (into) => {
    controller.abort()
    if (held.length === 0 || ReactEditor.isReadOnly(into)) return
    if (into.selection === null) into.select(Editor.start(into, []))
    for (const each of held) {
      if (each === ENTER) into.insertBreak()
      else into.insertText(each)
    }
    focusText(into)
  }
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest(TEXT) !== null && target.closest('input, textarea, select') === null
  )
}

/** A key of a letter has the letter for its name, and that of «لا» both; other keys have names of Latin letters. */
function isLetter(key: string): boolean {
  return key.length === 1 || !/^[A-Za-z0-9]+$/u.test(key)
}
