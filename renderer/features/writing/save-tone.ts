import { ContractError } from '#core/contract/errors.ts'
import type { SaveStatus } from './autosave.ts'

/** How a save status looks: grey while typing goes on, amber for a save that is late, red for one that failed. */
export type SaveTone = SaveStatus['state'] | 'late'

/** @returns how a save status looks. A save that takes long may still succeed: that is late, and no failure yet. */
export function saveTone(status: SaveStatus): SaveTone {
  if (status.state !== 'failed') return status.state
  return status.error instanceof ContractError && status.error.code === 'save-slow' ? 'late' : 'failed'
}
