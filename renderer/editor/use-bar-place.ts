import { useEffectEvent, useLayoutEffect, useState } from 'react'
import { ReactEditor, useSlate } from 'slate-react'
import { scrollerOf } from './keys/reveal.ts'

/**
 * Keeps a bar or menu beside what is selected, while the selection moves, the page scrolls, and its size changes.
 *
 * @param find measures where it stands; null hides it
 */
export function useBarPlace<P extends object>(isShown: boolean, find: () => P | null): P | null {
  const editor = useSlate()
  const { selection } = editor
  const [place, setPlace] = useState<P | null>(null)
  const follow = useEffectEvent(() => setPlace(find()))
  // In a layout effect, React renders the place together with the key that moved the selection. A state that a passive
  // effect sets at every key waits for React's scheduler: when keys come faster than it runs, React counts fifty of them
  // as an endless loop and throws.
  useLayoutEffect(() => {
    if (!isShown) return
    const move = (): void => follow()
    move()
    // In the capture phase: scroll events of the page element do not bubble.
    document.addEventListener('scroll', move, true)
    // Not by the window's event: at that time the sidebar and the panel have their old widths.
    const observer = new ResizeObserver(move)
    const page = ReactEditor.toDOMNode(editor, editor)
    const scroller = scrollerOf(page) ?? page
    observer.observe(scroller)
    // The side panel of a narrow window lies over the page, and changes no size.
    const panels = new MutationObserver(move)
    if (scroller.parentElement !== null) panels.observe(scroller.parentElement, { childList: true })
    return () => {
      document.removeEventListener('scroll', move, true)
      observer.disconnect()
      panels.disconnect()
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the place follows the selection
  }, [editor, isShown, selection])
  return place
}
