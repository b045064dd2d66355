import type { CallName, CallResult } from '#core/contract/contract.ts'
import type { Change } from '#core/contract/events.ts'

export type Connection = 'connected' | 'lost'

/** What carries calls to the service: Electron's bridge, or HTTP to the browser shell. */
export type Wire = {
  readonly clientId: string
  send(name: CallName, input: unknown): Promise<CallResult<CallName>>
  /** Reports changes and the connection's comings and goings, until the page is gone. */
  listen(onChange: (change: Change) => void, onConnection: (connection: Connection) => void): void
  /** Null where the shell has no folder dialog of its own. */
  readonly chooseFolder: ((current: string) => Promise<string | null>) | null
}
