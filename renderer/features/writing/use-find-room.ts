import { useLayoutEffect, type RefObject } from 'react'
import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { scrollerOf } from '#renderer/editor/keys/reveal.ts'

/** Between the bar and the first line. */
const GAP = 16

/**
 * Lets the page be scrolled until its first lines are below the find bar, which lies over it. No word moves when the bar opens,
 * grows or closes.
 */
export function useFindRoom(editor: Editor, bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const text = ReactEditor.toDOMNode(editor, editor)
    const page = scrollerOf(text)
    const element = bar.current
    if (!(page instanceof HTMLElement) || element === null) return
    const setRoom = (room: number): void => {
      const before = text.getBoundingClientRect().top
      page.style.setProperty('--find-room', `${room}px`)
      page.scrollTop += text.getBoundingClientRect().top - before
    }
    const observer = new ResizeObserver(() => setRoom(element.offsetHeight + GAP))
    setRoom(element.offsetHeight + GAP)
    observer.observe(element)
    return () => {
      observer.disconnect()
      setRoom(0)
    }
  }, [editor, bar])
}
