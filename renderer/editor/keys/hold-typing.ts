import { Editor } from 'slate'
import { ELEMENT_TO_NODE } from 'slate-dom'
import { ReactEditor } from 'slate-react'
import { isButton, isEditable } from '../focus/controls.ts'
import { focusText } from '../focus-text.ts'

const TEXT = '[data-slate-editor]'
const ENTER = '\n'

/** What is held, and how many hold it. */
type Holding = { typed: string[]; holders: number; controller: AbortController }

let holding: Holding | null = null

/**
 * Holds what is typed while another text takes the place of the one that is shown: a letter would go into the one that is
 * left, or nowhere. What an input method composes cannot be held. Several may hold at once, as when the text that is being
 * opened begins before the one that is left has ended.
 * @returns ends this holding. The last that ends types what was held into the text that is shown then; where none can be
 *   written in, it is dropped. Called again, it does nothing
 */
export function holdTyping(): () => void {
  holding ??= startHolding()
  const mine = holding
  mine.holders += 1
  let isHolding = true
  return () => {
    if (!isHolding) return
    isHolding = false
    mine.holders -= 1
    if (mine.holders > 0) return
    holding = null
    mine.controller.abort()
    const editor = shownEditor()
    if (editor !== null && !ReactEditor.isReadOnly(editor)) typeInto(editor, mine.typed)
  }
}

function startHolding(): Holding {
  const controller = new AbortController()
  const typed: string[] = []
  const options = { capture: true, signal: controller.signal }
  const take = (event: Event, what: string | null): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (what !== null) typed.push(what)
  }
  window.addEventListener(
    'keydown',
    (event) => {
      const { key, target, ctrlKey, altKey, metaKey, isComposing } = event
      if (ctrlKey || altKey || metaKey || isComposing) return
      if (isText(target) || target === document.body) {
        if (key === 'Enter') take(event, ENTER)
        else if (key === 'Backspace' || key === 'Delete' || key === 'Tab') take(event, null)
        if (key === 'Backspace') typed.pop()
      }
      // A letter of the text comes as input, for the layout of the keyboard may make it of several keys.
      if (!isText(target) && isLetter(key) && !isEditable(target) && !(isButton(target) && /\s/u.test(key)))
        take(event, key)
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
  return { typed, holders: 0, controller }
}

/** @returns the editor of the text on the screen; null for none. */
function shownEditor(): Editor | null {
  const page = document.querySelector<HTMLElement>(TEXT)
  const node = page === null ? undefined : ELEMENT_TO_NODE.get(page)
  return node !== undefined && Editor.isEditor(node) ? node : null
}

function typeInto(editor: Editor, typed: readonly string[]): void {
  if (typed.length === 0) return
  if (editor.selection === null) editor.select(Editor.start(editor, []))
  for (const each of typed) {
    if (each === ENTER) editor.insertBreak()
    else editor.insertText(each)
  }
  focusText(editor)
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
