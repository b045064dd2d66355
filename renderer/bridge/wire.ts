import type { CallName, CallResult } from '#core/contract/contract.ts'
import type { Change } from '#core/contract/events.ts'

export type Connection = 'connected' | 'lost'

/** What carries calls to the service: Electron's bridge, or HTTP to the browser shell. */
export type Wire = {
  readonly clientId: string
  send(name: CallName, input: unknown): Promise<CallResult<CallName>>
  /**
   * Reports changes and the connection's comings and goings, until the page is gone.
   * @param settle asked for when the shell is about to end: done when the page has nothing left to save
   */
  listen(
    onChange: (change: Change) => void,
    onConnection: (connection: Connection) => void,
    settle: () => Promise<void>,
  ): void
  /** Null where the shell has no folder dialog of its own. */
  readonly chooseFolder: ((current: string) => Promise<string | null>) | null
}
