import type { CallName, CallResult } from '#core/contract/contract.ts'
import type { Change } from '#core/contract/events.ts'
import type { Wire } from './wire.ts'

/** What the preload script exposes to the page. */
export type MidadBridge = {
  readonly clientId: string
  call(name: CallName, input: unknown): Promise<CallResult<CallName>>
  onChange(listener: (change: Change) => void): () => void
  chooseFolder(current: string): Promise<string | null>
  paste(isPlain: boolean): Promise<void>
  openAddress(url: string): Promise<void>
}

declare global {
  interface Window {
    readonly midad?: MidadBridge
  }
}

/** @returns the wire through Electron's preload script. Its connection cannot be lost. */
export function electronWire(bridge: MidadBridge): Wire {
  return {
    clientId: bridge.clientId,
    send: (name, input) => bridge.call(name, input),
    listen: (onChange) => void bridge.onChange(onChange),
    chooseFolder: (current) => bridge.chooseFolder(current),
    paste: (isPlain) => void bridge.paste(isPlain),
    openAddress: (url) => void bridge.openAddress(url),
  }
}
