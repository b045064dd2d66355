import type { ErrorCode } from '#core/contract/errors.ts'

/** What the shell tells the process of the service. */
export type ToService =
  /**
   * `secret` is what sessions are made of: with the same one, the windows of the process before are known again; `isRestart`:
   * there was one, and it died.
   */
  | { type: 'begin'; store: string; port: number; secret: string; isRestart: boolean }
  /** Ends, once every window has saved; with `now` without waiting for them. */
  | { type: 'stop'; now: boolean }

/** What the process of the service tells the shell. */
export type FromService =
  | { type: 'ready'; port: number; url: string; launchUrl: string }
  /** The store cannot be opened. */
  | { type: 'refused'; code: ErrorCode; params: Record<string, string> }
  /** Asked to stop, it still waits for a window that could not save. */
  | { type: 'unsaved' }
  /** Asked to stop, it waits for no window any more: each has saved, or the person would not wait. */
  | { type: 'settled' }
