/** A movement of fewer pixels is a click, not a drag. */
const THRESHOLD = 5
/** The distance from the edge of the scrolling page at which a drag scrolls it, and how far in each frame. */
const EDGE = 32
const SPEED = 12

/**
 * Follows the mouse until it is released, and scrolls the page where it is held at its edge.
 *
 * @param move is called with the mouse's place in the window, once it is a drag, and again whenever the page scrolls
 * @param end is called when the mouse is released, with whether it was dragged
 */
export function dragOver(
  scroller: Element,
  down: Pick<MouseEvent, 'clientX' | 'clientY'>,
  move: (y: number) => void,
  end: (hasDragged: boolean) => void = () => {},
): void {
  let y = down.clientY
  let hasDragged = false
  let frame = 0
  const scroll = (): void => {
    const { top, bottom } = scroller.getBoundingClientRect()
    const before = scroller.scrollTop
    if (y < top + EDGE) scroller.scrollTop -= SPEED
    else if (y > bottom - EDGE) scroller.scrollTop += SPEED
    if (scroller.scrollTop !== before) move(y)
    frame = requestAnimationFrame(scroll)
  }
  const onMove = (event: PointerEvent): void => {
    y = event.clientY
    const isFar = Math.abs(y - down.clientY) >= THRESHOLD || Math.abs(event.clientX - down.clientX) >= THRESHOLD
    if (!hasDragged && !isFar) return
    if (!hasDragged) frame = requestAnimationFrame(scroll)
    hasDragged = true
    move(y)
  }
  const stop = (): void => {
    cancelAnimationFrame(frame)
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', stop)
    removeEventListener('pointercancel', stop)
    end(hasDragged)
  }
  addEventListener('pointermove', onMove)
  addEventListener('pointerup', stop)
  addEventListener('pointercancel', stop)
}
