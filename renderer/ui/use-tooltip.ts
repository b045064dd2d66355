import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * Whether a tooltip is open. An open tooltip of React Aria takes Escape from everything else, wherever the focus is: a
 * find bar or a panel would close only at the second press. So Escape closes the tooltip before it can take the key.
 */
export function useTooltip(): { isOpen: boolean; onOpenChange: (isOpen: boolean) => void } {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!isOpen) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') flushSync(() => setOpen(false))
    }
    // The tooltip listens on the document, which comes after the window.
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [isOpen])
  return { isOpen, onOpenChange: setOpen }
}
