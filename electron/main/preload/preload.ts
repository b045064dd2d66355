import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { CallName, CallResult } from '#core/contract/contract.ts'
import type { Change } from '#core/contract/events.ts'

// The channel names are repeated here, because a sandboxed preload cannot import code of the main process.
const CALL = 'midad:call'
const FOLDER = 'midad:choose-folder'
const PASTE = 'midad:paste'
const OPEN = 'midad:open-address'
const CHANGE = 'midad:change'

contextBridge.exposeInMainWorld('midad', {
  // The window uses it to tell its own changes from others'. The main process does not rely on it.
  clientId: ipcRenderer.sendSync('midad:client') as string,
  call: (name: CallName, input: unknown): Promise<CallResult<CallName>> => ipcRenderer.invoke(CALL, name, input),
  chooseFolder: (current: string): Promise<string | null> => ipcRenderer.invoke(FOLDER, current),
  paste: (isPlain: boolean): Promise<void> => ipcRenderer.invoke(PASTE, isPlain),
  openAddress: (url: string): Promise<void> => ipcRenderer.invoke(OPEN, url),
  onChange(listener: (change: Change) => void): () => void {
    // The event is not passed on: through it the page could send on any channel.
    const wrapped = (_event: IpcRendererEvent, change: Change): void => listener(change)
    ipcRenderer.on(CHANGE, wrapped)
    return () => void ipcRenderer.off(CHANGE, wrapped)
  },
})
