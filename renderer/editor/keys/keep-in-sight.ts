import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { caretBox, revealCaret, scrollerOf } from './reveal.ts'

/**
 * Keeps the line of the caret in sight when the page gets another size. Whoever has scrolled away from it stays there.
 * @returns a function that ends this
 */
export function keepInSight(editor: Editor): () => void {
  const text = ReactEditor.toDOMNode(editor, editor)
  const page = scrollerOf(text)
  if (page === null) return () => {}
  let isInSight = false
  let size = ''
  const sizeNow = (): string => `${page.clientWidth} ${page.clientHeight}`
  const look = (): void => {
    // Until the observer is called, a scroll may come from the new size itself.
    if (sizeNow() !== size) return
    const { top, bottom } = page.getBoundingClientRect()
    const box = caretBox(editor)
    isInSight = box !== null && box.top >= top && box.bottom <= bottom
  }
  const observer = new ResizeObserver(() => {
    const isFirst = size === ''
    size = sizeNow()
    if (!isFirst && isInSight && text.ownerDocument.activeElement === text) revealCaret(editor)
    look()
  })
  observer.observe(page)
  page.addEventListener('scroll', look, { passive: true })
  // What moves the caret also shows its line. To measure it at every key would cost a layout.
  const isShown = (): void => {
    isInSight = true
  }
  text.addEventListener('keydown', isShown)
  text.addEventListener('pointerup', isShown)
  return () => {
    observer.disconnect()
    page.removeEventListener('scroll', look)
    text.removeEventListener('keydown', isShown)
    text.removeEventListener('pointerup', isShown)
  }
}
