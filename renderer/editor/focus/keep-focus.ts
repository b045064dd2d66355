import { Editor, Transforms } from 'slate'
import { ReactEditor } from 'slate-react'
import { focusText } from '../focus-text.ts'
import {
  canTakeFocus,
  dropSelectedWords,
  edgeControl,
  hasWordsElsewhere,
  isButton,
  isEditable,
  isFocusLost,
} from './controls.ts'
import { rememberOpener } from './opener.ts'

/** Attributes that can take the focus from an element, or let the text have it again. */
const ATTRIBUTES = ['disabled', 'inert', 'hidden', 'aria-hidden', 'contenteditable']

const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'])
/** A space presses a button, and a question mark opens the sheet of shortcuts. */
const NOT_FOR_TEXT = /[\s?؟]/u

/**
 * Gives the focus to the text whenever no control has it, so that typing never vanishes. A browser moves the focus to the
 * body when the focused element is removed, disabled or hidden, and when a person clicks on what cannot be focused. It
 * does not report all of these, so this watches the page, and not single buttons.
 *
 * What closes over the text, such as a menu or a dialog, gives the focus back to the control that opened it, if that is
 * still there.
 * @returns a function that ends the watch
 */
export function keepFocus(editor: Editor): () => void {
  const page = ReactEditor.toDOMNode(editor, editor)
  const window = ReactEditor.getWindow(editor)
  const opener = rememberOpener(page)
  const controller = new AbortController()
  let isPointerDown = false
  let isMoving = false
  let tab: 'forward' | 'backward' | null = null

  const isLost = (): boolean => isFocusLost(page, opener.placed()) && canTakeFocus(page)
  const check = (): void => {
    if (isPointerDown || isMoving || !isLost() || hasWordsElsewhere(page)) return
    // After its last control Tab goes on with the first, as if the window had nothing but this page.
    const control = tab === null ? opener.take() : edgeControl(page, tab)
    if (control === null) focusLast(editor)
    else control.focus()
  }
  // After the listeners of the event, which may move the focus themselves.
  const checkSoon = (): void => queueMicrotask(check)
  const listen = <T extends keyof WindowEventMap>(type: T, listener: (event: WindowEventMap[T]) => void): void =>
    window.addEventListener(type, listener, { capture: true, signal: controller.signal })

  listen('focusin', ({ target }) => {
    isMoving = false
    opener.saw(target, isPointerDown)
    if (isButton(target)) dropSelectedWords(page)
  })
  listen('focusout', ({ relatedTarget }) => {
    if (relatedTarget === null) return checkSoon()
    // Until it arrives nothing has the focus, and what is drawn meanwhile, such as a tooltip, is no loss.
    isMoving = true
    setTimeout(() => {
      isMoving = false
      check()
    })
  })
  listen('focus', checkSoon)
  // Words that were selected beside the text keep the focus from it, until they are gone.
  page.ownerDocument.addEventListener('selectionchange', checkSoon, { signal: controller.signal })
  // A press on words may begin a selection. The focus comes back when the button is released.
  listen('pointerdown', () => {
    isPointerDown = true
  })
  for (const type of ['pointercancel', 'mouseup', 'click', 'dragend'] as const) {
    listen(type, () => {
      isPointerDown = false
      checkSoon()
    })
  }
  // A disabled button gets no `mouseup` and no click. Where there are both, they come before the timer.
  listen('pointerup', () => {
    setTimeout(() => {
      isPointerDown = false
      check()
    })
  })
  listen('keyup', () => {
    tab = null
  })
  listen('keydown', ({ key, shiftKey, ctrlKey, altKey, metaKey, target }) => {
    isPointerDown = false
    tab = key !== 'Tab' ? null : shiftKey ? 'backward' : 'forward'
    if (MODIFIERS.has(key)) return
    const isLetter = key.length === 1 && !ctrlKey && !altKey && !metaKey
    // A button does nothing with a letter, so the letter is the next of the text.
    const isForText = isLetter && !NOT_FOR_TEXT.test(key) && isButton(target) && canTakeFocus(page)
    // A shortcut such as that of copying acts on the words that are selected elsewhere.
    if (isForText || (isLost() && (isLetter || !hasWordsElsewhere(page)))) focusLast(editor)
  })
  // What brings no key, such as dictation, is sent to where the selection is, also while a button has the focus. The browser
  // would write it into the DOM of the text, past the editor.
  listen('beforeinput', (event) => {
    if (isEditable(event.target)) return
    event.preventDefault()
    if (!canTakeFocus(page) || (!isButton(event.target) && !isLost())) return
    focusLast(editor)
    if (event.inputType === 'insertText' && event.data !== null) Editor.insertText(editor, event.data)
  })
  listen('compositionstart', ({ target }) => {
    if (isEditable(target) || !canTakeFocus(page)) return
    // Slate takes selected words out of the text only for what is composed in the text itself. Here the browser would take their
    // elements out of the DOM, past React, and the letters would be lost with them.
    Transforms.collapse(editor, { edge: 'end' })
    focusLast(editor)
  })
  const observer = new MutationObserver(check)
  observer.observe(page.ownerDocument.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  })
  return () => {
    controller.abort()
    observer.disconnect()
  }
}

/** Moves the focus to the text with its last selection, or to its start if it never had one. */
function focusLast(editor: Editor): void {
  if (editor.selection === null) editor.select(Editor.start(editor, []))
  focusText(editor)
}
