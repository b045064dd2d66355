/** The longest slice, in milliseconds: less than a frame. */
const SLICE_MS = 10

/**
 * Runs work in slices; between them the window draws and handles keys.
 * @returns a function that cancels it
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
