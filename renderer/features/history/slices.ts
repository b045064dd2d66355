/** So long the window may be held up at once, in milliseconds: less than a frame. */
const SLICE_MS = 10

/**
 * Does a piece of work in slices, between which the window draws and hears its keys.
 * @returns a function that ends it before it is done.
 */
export function inSlices<T>(steps: Generator<void, T>, onDone: (result: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const slice = (): void => {
    const until = performance.now() + SLICE_MS
    for (;;) {
      const step = steps.next()
      if (step.done === true) return onDone(step.value)
      if (performance.now() >= until) break
    }
    timer = setTimeout(slice)
  }
  slice()
  return () => clearTimeout(timer)
}
