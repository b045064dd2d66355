/** Tells when one of several elements has another size. */
export type SizeWatch = {
  /** Watches these elements and no others. `onChange` is called once for each new one, as `ResizeObserver` does. */
  readonly watch: (elements: Iterable<Element>) => void
  readonly end: () => void
}

/**
 * Makes a watch without elements. It keeps the observer of an element that stays: a new one would call `onChange` again.
 * @param onChange called when an element has another size
 */
export function watchSizes(onChange: () => void): SizeWatch {
  const observer = new ResizeObserver(onChange)
  let watched: ReadonlySet<Element> = new Set()
  return {
    watch(elements) {
      const next = new Set(elements)
      for (const each of watched) if (!next.has(each)) observer.unobserve(each)
      for (const each of next) if (!watched.has(each)) observer.observe(each)
      watched = next
    },
    end: () => observer.disconnect(),
  }
}
