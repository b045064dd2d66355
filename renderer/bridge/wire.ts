import type { CallName, CallResult } from '#core/contract/contract.ts'
import type { Change } from '#core/contract/events.ts'

export type Connection = 'connected' | 'lost'

/** Carries calls to the service: through Electron's preload script, or over HTTP to the browser shell. */
export type Wire = {
  readonly clientId: string
  send(name: CallName, input: unknown): Promise<CallResult<CallName>>
  /**
   * Reports changes in the store, and the connection's state, until the page is closed.
   * @param onClosing called when the shell is about to quit; resolves when the page has saved everything
   */
  listen(
    onChange: (change: Change) => void,
    onConnection: (connection: Connection) => void,
    onClosing: () => Promise<void>,
  ): void
  /** Opens an address outside Midad: in the browser, or in the mail program. */
  openAddress(url: string): void
  /** Opens the system's folder dialog. @returns the chosen folder; null for none. Null if the shell has no dialog. */
  readonly chooseFolder: ((current: string) => Promise<string | null>) | null
  /** Pastes the clipboard where the focus is, as the keys do; null if the shell cannot. @param isPlain without formatting */
  readonly paste: ((isPlain: boolean) => void) | null
}
