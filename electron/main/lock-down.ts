import type { App, Session, WebContents } from 'electron'
import { isOwn } from './origin.ts'

/** Denies every permission, except to write to the clipboard after a key press. */
export function denyPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
): void {
  const isAllowed = (permission: string): boolean => permission === 'clipboard-sanitized-write'
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(isAllowed(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
}

/** Keeps every window on our page: no navigation elsewhere, no new windows, no embedded pages. */
export function keepOnPage(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stop = (event: { preventDefault: () => void; url: string }): void => {
      if (!isOwn(event.url)) event.preventDefault()
    }
    contents.on('will-navigate', stop)
    contents.on('will-redirect', stop)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    // Chromium knows no `webrtc` in the page's policy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
