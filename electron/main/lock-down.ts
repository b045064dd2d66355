import type { App, Session, WebContents } from 'electron'
import { isOwn } from './origin.ts'

/** Denies every permission, now and when asked: an editor of text needs none. The clipboard is written by a key press. */
export function denyPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
): void {
  const isAllowed = (permission: string): boolean => permission === 'clipboard-sanitized-write'
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(isAllowed(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
}

/** Keeps every window on the page: no other address, no window of its own, no embedded page. */
export function keepOnPage(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stop = (event: { preventDefault: () => void; url: string }): void => {
      if (!isOwn(event.url)) event.preventDefault()
    }
    contents.on('will-navigate', stop)
    contents.on('will-redirect', stop)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
