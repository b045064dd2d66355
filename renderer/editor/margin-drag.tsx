import { useEffect, useRef } from 'react'
import type { Editor } from 'slate'
import { ReactEditor, useSlateStatic } from 'slate-react'
import { blocksBetween } from './block-places.ts'
import { drawSelection, focusText } from './focus-text.ts'
import { scrollerOf } from './keys/reveal.ts'
import { dragOver } from './drag-over.ts'
import { leaveBlocks, selectBlocks } from './selection/select-blocks.ts'

/** Selects blocks when the mouse is dragged beside the text, in the margin on either side. */
export function MarginDrag() {
  const editor = useSlateStatic()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = place.current?.parentElement
    const scroller = frame === null || frame === undefined ? null : scrollerOf(frame)
    if (frame === null || frame === undefined || scroller === null) return
    const press = (event: Event): void => {
      if (event instanceof MouseEvent) startDrag(editor, frame, scroller, event)
    }
    scroller.addEventListener('mousedown', press)
    return () => scroller.removeEventListener('mousedown', press)
  }, [editor])
  return <div ref={place} hidden />
}

function startDrag(editor: Editor, frame: Element, scroller: Element, down: MouseEvent): void {
  const { target, clientY, clientX, button } = down
  if (button !== 0 || !(target instanceof Element) || !target.contains(frame)) return
  // Beyond the content is the scrollbar, on the left where the interface runs from right to left.
  const inContent = clientX - scroller.getBoundingClientRect().left - scroller.clientLeft
  if (inContent < 0 || inContent > scroller.clientWidth) return
  // The text keeps the focus, and nothing of it is selected meanwhile.
  down.preventDefault()
  const start = clientY + scroller.scrollTop
  const page = ReactEditor.toDOMNode(editor, editor)
  if (editor.selection?.level !== undefined) leaveBlocks(editor)
  focusText(editor)
  dragOver(scroller, down, (place) => {
    const between = blocksBetween(editor, page, start - scroller.scrollTop, place.clientY)
    if (between === null) return
    selectBlocks(editor, [between[0]], [between[1]])
    drawSelection(editor)
  })
}
