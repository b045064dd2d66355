import { useState } from 'react'
import { useMedia } from './use-media.ts'

export type Pane = { isOpen: boolean; setOpen: (isOpen: boolean) => void; isNarrow: boolean }

/**
 * Whether a pane beside the screen is open. A wide window remembers it. In a narrow one the pane takes room that the
 * screen needs: there it starts closed, and it closes when the window becomes narrow.
 * @param name the key in `localStorage`
 * @param narrow the media query of a narrow window
 */
export function usePane(name: string, narrow: string): Pane {
  const isNarrow = useMedia(narrow)
  const [isWideOpen, setWideOpen] = useState(() => localStorage.getItem(name) !== 'false')
  const [isNarrowOpen, setNarrowOpen] = useState(false)
  const [wasNarrow, setWasNarrow] = useState(isNarrow)
  if (wasNarrow !== isNarrow) {
    setWasNarrow(isNarrow)
    setNarrowOpen(false)
  }
  return {
    isOpen: isNarrow ? isNarrowOpen : isWideOpen,
    setOpen(isOpen) {
      if (isNarrow) return setNarrowOpen(isOpen)
      localStorage.setItem(name, String(isOpen))
      setWideOpen(isOpen)
    },
    isNarrow,
  }
}
