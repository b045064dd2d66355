/** Tells when one of several elements has another size. */
export type SizeWatch = {
  /** Watches these elements from now on, and no others. Each new one is told of once. */
  readonly watch: (elements: Iterable<Element>) => void
  readonly end: () => void
}

/** Starts to watch nothing. Elements that stay are not watched anew: each would be told of again. */
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
