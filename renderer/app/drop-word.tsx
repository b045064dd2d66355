import { useEffect, useState } from 'react'
import { useT } from '#renderer/ui/locale.tsx'

/** How long the word stays after the last movement of the files, in milliseconds. */
const STAYS = 4000

/**
 * Keeps the window from opening files that are dropped where nothing takes them, and says where to drop them. A place that
 * takes files has prevented the event's default before it comes here.
 */
export function DropWord() {
  const t = useT()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    let timer = 0
    const hide = (): void => {
      clearTimeout(timer)
      setShown(false)
    }
    const refuse = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      if (event.defaultPrevented) return hide()
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
      clearTimeout(timer)
      timer = window.setTimeout(hide, STAYS)
      setShown(true)
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
    <div className="drop-word" role="status" data-shown={isShown}>
      {isShown ? t('common.drop-where') : ''}
    </div>
  )
}
