import { setImmediate } from 'node:timers/promises'

/** How long work over the whole store runs before other calls are served, in milliseconds. */
const SLICE_MS = 8

/**
 * Cuts long work into slices, and lets other calls be served between them.
 * @returns a function to call after every small piece of work. It answers whether to go on: false once `signal` aborts.
 */
export function timeSlices(signal?: AbortSignal): () => Promise<boolean> {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < SLICE_MS) return true
    await setImmediate()
    begun = performance.now()
    return signal?.aborted !== true
  }
}
