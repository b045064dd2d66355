import { setImmediate } from 'node:timers/promises'

/** So long others wait for work that goes through the whole store, in milliseconds. */
const SLICE_MS = 8

/**
 * Cuts long work into slices, between which others are served.
 * @returns to be called after every small piece: whether to go on, which is no once the signal has ended it.
 */
export function slices(signal?: AbortSignal): () => Promise<boolean> {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < SLICE_MS) return true
    await setImmediate()
    begun = performance.now()
    return signal?.aborted !== true
  }
}
