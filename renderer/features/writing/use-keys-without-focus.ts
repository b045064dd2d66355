import { useEffect, type RefObject } from 'react'

/**
 * Gives keys that are pressed while nothing has the focus to a screen: the card, the button or the panel that had it may be
 * gone, since somebody else decided on a change or the window became narrow.
 */
export function useKeysWithoutFocus(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event
      // The window, or what is around the screen: a window that was just opened focuses its main part.
      const isAround = target instanceof Element && target !== screen.current && target.contains(screen.current)
      // Under a dialog, the screen is hidden.
      const isHidden = screen.current?.closest('[inert], [aria-hidden="true"]') != null
      if (!isAround || event.defaultPrevented || isHidden) return
      // The copy goes on to whoever listens beyond the screen, so that no key counts twice.
      event.stopPropagation()
      const { key, code, ctrlKey, altKey, shiftKey, metaKey, isComposing, repeat } = event
      const copy = new KeyboardEvent('keydown', {
        ...{ key, code, ctrlKey, altKey, shiftKey, metaKey, isComposing, repeat },
        ...{ bubbles: true, cancelable: true },
      })
      if (screen.current?.dispatchEvent(copy) === false) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [screen])
}
