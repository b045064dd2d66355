import type { ErrorCode } from '#core/contract/errors.ts'
import type { Actor, Role } from '#core/review/states.ts'

/** Messages from the shell to the service's process. */
export type ToService =
  /**
   * `secret`: sessions are derived from it, so that a restarted process accepts the windows of the one before.
   * `isRestart`: there was one before, and it died. `person`: who works here, where nobody has given a name yet.
   */
  | { type: 'start'; store: string; port: number; secret: string; isRestart: boolean; person: Actor | null }
  /** Stop when every window has saved; with `now`, at once. */
  | { type: 'stop'; now: boolean }
  /** Is answered at once, unless the process hangs. */
  | { type: 'ping' }

/** Messages from the service's process to the shell. */
export type FromService =
  | { type: 'ready'; port: number; launchUrl: string }
  /**
   * The address that opens the next window by hand, until a time in milliseconds. The one before was used, or has ended
   * with its process.
   */
  | { type: 'address'; url: string; validUntil: number }
  /** A window changed the role in which its person works. */
  | { type: 'role'; name: string; role: Role }
  /** A window makes Midad reach a new site. */
  | { type: 'site'; site: string }
  | { type: 'pong' }
  /** The store cannot be opened. */
  | { type: 'refused'; code: ErrorCode; params: Record<string, string> }
  /** It was asked to stop, and still waits for a window that could not save. */
  | { type: 'unsaved' }
  /** It was asked to stop, and no longer waits: every window has saved, or a person chose not to wait. */
  | { type: 'drained' }
