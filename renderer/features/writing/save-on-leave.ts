import { connection, onClosing } from '#renderer/bridge/client.ts'

/**
 * Saves when the window loses the focus, is hidden or closes.
 * @param onReconnect called when the service is reachable again
 * @returns a function that removes the listeners
 */
export function saveOnLeave(
  flush: () => Promise<boolean>,
  isSaved: () => boolean,
  onReconnect: () => void,
): () => void {
  const controller = new AbortController()
  const { signal } = controller
  const leave = (): void => void flush()
  window.addEventListener('blur', leave, { signal })
  window.addEventListener('pagehide', leave, { signal })
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') leave()
  }
  document.addEventListener('visibilitychange', onVisibility, { signal })
  // The browser asks before it closes; meanwhile the save runs.
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (isSaved()) return
    leave()
    event.preventDefault()
  }
  window.addEventListener('beforeunload', onUnload, { signal })
  const stopConnection = connection.subscribe(() => {
    if (connection.get() === 'connected') onReconnect()
  })
  const stopClosing = onClosing(flush)
  return () => {
    controller.abort()
    stopConnection()
    stopClosing()
  }
}
