/** A movement of fewer pixels is a click, not a drag. */
const THRESHOLD = 5
/** The distance from the edge of the scrolling page at which a drag scrolls it, and how far in each frame. */
const EDGE = 32
const SPEED = 12

/** A place in the window. */
type Place = Pick<MouseEvent, 'clientX' | 'clientY'>

/**
 * Follows the mouse until it is released, and scrolls the page where it is held at its edge.
 *
 * @param move is called with the place of the mouse once it is dragged, and again whenever the page scrolls
 * @param end is called when the mouse is released
 */
export function dragOver(
  scroller: Element,
  down: Place,
  move: (place: Place) => void,
  end: () => void = () => {},
): void {
  let place = down
  let hasDragged = false
  let frame = 0
  const scroll = (): void => {
    const { top, bottom } = scroller.getBoundingClientRect()
    const before = scroller.scrollTop
    if (place.clientY < top + EDGE) scroller.scrollTop -= SPEED
    else if (place.clientY > bottom - EDGE) scroller.scrollTop += SPEED
    if (scroller.scrollTop !== before) move(place)
    frame = requestAnimationFrame(scroll)
  }
  const onMove = (event: PointerEvent): void => {
    place = event
    const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY]
    if (!hasDragged && Math.abs(x) < THRESHOLD && Math.abs(y) < THRESHOLD) return
    if (!hasDragged) frame = requestAnimationFrame(scroll)
    hasDragged = true
    move(place)
  }
  const stop = (): void => {
    cancelAnimationFrame(frame)
    removeEventListener('pointermove', onMove)
    removeEventListener('pointerup', stop)
    removeEventListener('pointercancel', stop)
    end()
  }
  addEventListener('pointermove', onMove)
  addEventListener('pointerup', stop)
  addEventListener('pointercancel', stop)
}
