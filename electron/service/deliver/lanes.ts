/** What goes to each destination one after the other, to all destinations at once. */
export type Lanes = {
  isBusy: (destinationId: string) => boolean
  /** Does some work when all before it to the same destination is over. @throws what the work throws. */
  enter: (destinationId: string, work: () => Promise<void>) => Promise<void>
}

/** @param onFree called whenever a destination has nothing under way any more */
export function createLanes(onFree: () => void): Lanes {
  const ends = new Map<string, Promise<void>>()
  return {
    isBusy: (destinationId) => ends.has(destinationId),
    enter(destinationId, work) {
      const mine = (ends.get(destinationId) ?? Promise.resolve()).then(work).finally(() => {
        if (ends.get(destinationId) !== end) return
        ends.delete(destinationId)
        onFree()
      })
      // Whoever comes next waits for the end, however it ends; who asked for this one hears of it.
      const end = mine.catch(() => {})
      ends.set(destinationId, end)
      return mine
    },
  }
}
