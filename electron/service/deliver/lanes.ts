/** One queue for each destination: work in one queue runs in order, the queues run at the same time. */
export type Lanes = {
  isBusy: (destinationId: string) => boolean
  /** Runs work after all earlier work for the same destination has ended. @throws what the work throws. */
  enter: (destinationId: string, work: () => Promise<void>) => Promise<void>
}

/** @param onIdle called whenever the queue of a destination is empty */
export function createLanes(onIdle: () => void): Lanes {
  const ends = new Map<string, Promise<void>>()
  return {
    isBusy: (destinationId) => ends.has(destinationId),
    enter(destinationId, work) {
      const mine = (ends.get(destinationId) ?? Promise.resolve()).then(work).finally(() => {
        if (ends.get(destinationId) !== end) return
        ends.delete(destinationId)
        onIdle()
      })
      // The next work waits for this one to end, but only the caller of this one gets its error.
      const end = mine.catch(() => {})
      ends.set(destinationId, end)
      return mine
    },
  }
}
