import type { Editor } from 'slate'
import { EDITOR_TO_ELEMENT } from 'slate-dom'
import { ReactEditor } from 'slate-react'
import { focusText } from '../focus-text.ts'

/** The `keyCode` of a key that the input method has taken. No other property tells it from a key that it has left. */
const TAKEN = 229
const PAIRED_KEYS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta'])
const BLOCK = '[data-slate-node=element]:not([data-slate-inline])'

/**
 * Keeps what an input method composes in its place. While a composition goes on, its letters are in the DOM only.
 * @returns a function that ends the watch
 */
export function watchComposition(editor: Editor): () => void {
  const window = ReactEditor.getWindow(editor)
  const page = ReactEditor.toDOMNode(editor, editor)
  const controller = new AbortController()
  const options = { capture: true, signal: controller.signal }

  // An Enter, an undo or a click that came before the end would drop the letters, or scatter those that follow.
  const finish = (): void => {
    if (!ReactEditor.isComposing(editor)) return
    // The browser ends a composition with its letters when its element loses the focus.
    page.blur()
    focusText(editor)
  }
  for (const type of ['pointerdown', 'drop', 'paste'] as const) window.addEventListener(type, finish, options)
  window.addEventListener(
    'keydown',
    (event) => {
      // oxlint-disable-next-line typescript/no-deprecated -- see above
      if (event.keyCode !== TAKEN && !PAIRED_KEYS.has(event.key)) finish()
    },
    options,
  )

  // Slate leaves the letters in the DOM, and counts on writing the same text there. It writes elsewhere if the next letters
  // are to be bold, for instance: the word would be seen twice. So they are taken out before Slate writes.
  let before: Map<Text, string> | null = null
  page.addEventListener(
    'beforeinput',
    ({ inputType }) => {
      if (inputType === 'insertCompositionText') before ??= drawnAround(page)
    },
    options,
  )
  window.addEventListener(
    'compositionend',
    () => {
      for (const [node, data] of before ?? []) if (node.isConnected && node.data !== data) node.data = data
      before = null
    },
    options,
  )
  // On the window, so that it is heard after Slate, which has the letters by then. A key that is not composed tells Slate of an
  // end that no event has told.
  const goOn = (): void => {
    for (const each of WAITING.get(editor) ?? []) each()
    WAITING.delete(editor)
  }
  for (const type of ['compositionend', 'keydown'] as const)
    window.addEventListener(type, goOn, { signal: controller.signal })
  return () => {
    controller.abort()
    goOn()
  }
}

/**
 * @returns the text nodes of the block in which the caret of the DOM is, and what they hold. Where selected words have just
 *   made room for the first letter, the caret stands beside the text node that will get it, and not in it.
 */
function drawnAround(page: HTMLElement): Map<Text, string> {
  const caret = page.ownerDocument.getSelection()?.anchorNode ?? page
  const element = caret instanceof Element ? caret : caret.parentElement
  const texts = page.ownerDocument.createNodeIterator(element?.closest(BLOCK) ?? page, NodeFilter.SHOW_TEXT)
  const drawn = new Map<Text, string>()
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (node instanceof Text) drawn.set(node, node.data)
  }
  return drawn
}

/** What goes on when an input method has ended what it composes in an editor. */
const WAITING = new WeakMap<Editor, (() => void)[]>()

/**
 * Waits while an input method composes in the text. Its letters are in the DOM only, and a change of the text would draw over
 * them.
 * @returns a promise that is kept once Slate has the letters, or the text is on no screen any more
 */
export async function whenComposed(editor: Editor): Promise<void> {
  while (ReactEditor.isComposing(editor) && EDITOR_TO_ELEMENT.get(editor)?.isConnected === true) {
    const { promise, resolve } = Promise.withResolvers<void>()
    WAITING.set(editor, [...(WAITING.get(editor) ?? []), resolve])
    // oxlint-disable-next-line no-await-in-loop -- the next composition may have begun
    await promise
  }
}
