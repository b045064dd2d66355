import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { isOpenableUrl } from '#core/article/inline.ts'
import type { CallName, CallResult } from '#core/contract/contract.ts'
import type { Service } from '#electron/service/service.ts'
import { isOwn } from './origin.ts'

/** The only IPC channels. */
export const CALL_CHANNEL = 'midad:call'
export const FOLDER_CHANNEL = 'midad:choose-folder'
export const PASTE_CHANNEL = 'midad:paste'
export const OPEN_CHANNEL = 'midad:open-address'
export const CHANGE_CHANNEL = 'midad:change'
export const CLIENT_CHANNEL = 'midad:client'

type Desktop = {
  chooseFolder: (current: string, webContentsId: number) => Promise<string | null>
  /** Opens an address in the browser or the mail program. */
  openAddress: (url: string) => Promise<void>
}

/** @returns whether a message comes from our page, in the top frame of a window. */
export function isTrusted({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwn(senderFrame.url)
}

/** @returns the name under which the service knows a window. */
export function clientOf(webContentsId: number): string {
  return `window-${webContentsId}`
}

/** Answers the calls of the page. A call from anywhere else is refused and never reaches the service. */
export function handleCalls(
  ipcMain: Pick<IpcMain, 'handle' | 'on'>,
  service: Pick<Service, 'call' | 'grantFolder'>,
  desktop: Desktop,
): void {
  const refused: CallResult<CallName> = { ok: false, error: { code: 'invalid-input', params: { path: 'sender' } } }
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => {
    if (!isTrusted(event) || typeof name !== 'string') return refused
    return service.call(name, input, clientOf(event.sender.id))
  })
  ipcMain.on(CLIENT_CHANNEL, (event) => {
    event.returnValue = isTrusted(event) ? clientOf(event.sender.id) : ''
  })
  ipcMain.handle(PASTE_CHANNEL, (event, isPlain: unknown) => {
    if (!isTrusted(event)) return
    // The page gets what Ctrl+V would give it, and cannot read the clipboard itself.
    if (isPlain === true) event.sender.pasteAndMatchStyle()
    else event.sender.paste()
  })
  ipcMain.handle(OPEN_CHANNEL, async (event, url: unknown) => {
    // Any other scheme could start a program of the computer.
    if (isTrusted(event) && typeof url === 'string' && isOpenableUrl(url)) await desktop.openAddress(url)
  })
  ipcMain.handle(FOLDER_CHANNEL, async (event, current: unknown) => {
    if (!isTrusted(event) || typeof current !== 'string' || current.length > 4096) return null
    const folder = await desktop.chooseFolder(current, event.sender.id)
    // The page is told what the service was told already: it cannot name a folder itself.
    if (folder !== null) service.grantFolder(folder)
    return folder
  })
}
