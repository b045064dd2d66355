import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { CallName, CallResult } from '#core/contract/contract.ts'
import type { Change } from '#core/contract/events.ts'

// The channels are spelled out: a sandboxed preload can load nothing, and shares no code with the main process.
const CALL = 'midad:call'
const FOLDER = 'midad:choose-folder'
const CHANGE = 'midad:change'

contextBridge.exposeInMainWorld('midad', {
  // Only this window reads it, to tell its own changes from others'; the main process knows each window by itself.
  clientId: ipcRenderer.sendSync('midad:client') as string,
  call: (name: CallName, input: unknown): Promise<CallResult<CallName>> => ipcRenderer.invoke(CALL, name, input),
  chooseFolder: (current: string): Promise<string | null> => ipcRenderer.invoke(FOLDER, current),
  onChange(listener: (change: Change) => void): () => void {
    // The event itself stays here: it would hand the page a way to send anything.
    const wrapped = (_event: IpcRendererEvent, change: Change): void => listener(change)
    ipcRenderer.on(CHANGE, wrapped)
    return () => void ipcRenderer.off(CHANGE, wrapped)
  },
})
