import type { Locator } from '@playwright/test'
import { jpeg } from './pictures.ts'

type Drag = { y: number; drop: boolean; x?: number; name?: string; picture?: Buffer }

/** Drags a picture over a place of an element, and lets it go there. @returns whether the browser would have opened it. */
export async function dragPicture(
  place: Locator,
  { y, drop, x = 4, name = 'a.jpg', picture = jpeg() }: Drag,
): Promise<boolean> {
  return place.evaluate(
    (element, { bytes, at, isDrop, file }) => {
      const data = new DataTransfer()
      data.items.add(
        new File([Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0))], file, { type: 'image/jpeg' }),
      )
      const box = element.getBoundingClientRect()
      const [clientX, clientY] = [box.left + at.x, box.top + at.y]
      const target = document.elementFromPoint(clientX, clientY) ?? element
      const fire = (type: string): boolean =>
        target.dispatchEvent(
          new DragEvent(type, { dataTransfer: data, clientX, clientY, bubbles: true, cancelable: true }),
        )
      const isOpened = fire('dragover')
      return isDrop ? fire('drop') : isOpened
    },
    { bytes: picture.toString('base64'), at: { x, y }, isDrop: drop, file: name },
  )
}
