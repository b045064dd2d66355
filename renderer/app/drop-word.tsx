import { useEffect, useState } from 'react'
import { useT } from '#renderer/ui/locale.tsx'

/** How long the word stays after the last movement of the files, in milliseconds. */
const STAYS = 4000

/**
 * Keeps the window from opening files that are dropped where nothing takes them, and says where to drop them, or
 * that an article which can only be read takes none. A place that
 * takes files has prevented the event's default before it comes here.
 */
export function DropWord() {
  const t = useT()
  const [shown, setShown] = useState<'drop-where' | 'drop-read-only' | null>(null)
  useEffect(() => {
    let timer = 0
    const hide = (): void => {
      clearTimeout(timer)
      setShown(null)
    }
    const refuse = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      if (event.defaultPrevented) return hide()
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
      clearTimeout(timer)
      timer = window.setTimeout(hide, STAYS)
      const isReadOnly = event.target instanceof Element && event.target.closest('[data-read-only]') !== null
      setShown(isReadOnly ? 'drop-read-only' : 'drop-where')
    }
    addEventListener('dragover', refuse)
    addEventListener('drop', refuse)
    return () => {
      clearTimeout(timer)
      removeEventListener('dragover', refuse)
      removeEventListener('drop', refuse)
    }
  }, [])
  return (
    <div className="drop-word" role="status" data-shown={shown !== null}>
      {shown === null ? '' : t(`common.${shown}`)}
    </div>
  )
}
