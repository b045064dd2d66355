import { useLayoutEffect, useState, type RefObject } from 'react'

/** The width of an icon button and the gap after it, in pixels: button.css and editor.css. */
const TOOL = 36 + 2

/**
 * @param rest the width of what else stands in the toolbar, in pixels
 * @returns how many tools a toolbar has room for, kept up to date
 */
export function useRoom(container: RefObject<HTMLElement | null>, rest: number): number {
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const element = container.current
    if (element === null) return
    const measure = (): void => setRoom(Math.max(0, Math.floor((element.clientWidth - rest) / TOOL)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [container, rest])
  return room
}
