/** Which client may write which article. Kept in memory: a pen does not outlive the process. */
export type Pens = {
  /**
   * @param hadIt whether the client says that it had this pen of the process before.
   * @returns whether the client has the pen now: true when it was free or already this client's.
   */
  take(articleId: string, clientId: string, hadIt?: boolean): boolean
  /** Nobody can have had the pen of this article before: it is new. */
  isNew(articleId: string): void
  /** From now on whoever comes first has the pen. @returns the articles that were kept for others, and are free. */
  stopKeeping(): string[]
  /** @returns whether another client than this one has the pen. */
  isElsewhere(articleId: string, clientId: string): boolean
  /** @returns whether anybody has a pen, or may come back for one. */
  isAnyHeld(): boolean
  /** Gives one pen back. @returns whether this client had it. */
  release(articleId: string, clientId: string): boolean
  /** Gives back all that a client has. @returns the articles that are now free. */
  releaseAll(clientId: string): string[]
}

/**
 * @param isKeeping whether the process before died: its pens are kept for the windows that had them, and may have written
 * meanwhile, against those that only read and were faster to come back.
 * @returns an empty set of pens: no article is being written.
 */
export function createPens(isKeeping = false): Pens {
  const holders = new Map<string, string>()
  const fresh = new Set<string>()
  const refused = new Set<string>()
  let keeps = isKeeping
  const isElsewhere = (articleId: string, clientId: string): boolean =>
    holders.has(articleId) && holders.get(articleId) !== clientId
  return {
    isElsewhere,
    isAnyHeld: () => keeps || holders.size > 0,
    isNew(articleId) {
      if (keeps) fresh.add(articleId)
    },
    stopKeeping() {
      keeps = false
      const free = [...refused].filter((articleId) => !holders.has(articleId))
      refused.clear()
      fresh.clear()
      return free
    },
    take(articleId, clientId, hadIt = false) {
      if (isElsewhere(articleId, clientId)) return false
      if (keeps && !hadIt && !holders.has(articleId) && !fresh.has(articleId)) {
        refused.add(articleId)
        return false
      }
      holders.set(articleId, clientId)
      return true
    },
    release: (articleId, clientId) => holders.get(articleId) === clientId && holders.delete(articleId),
    releaseAll(clientId) {
      const freed = [...holders].filter(([, holder]) => holder === clientId).map(([articleId]) => articleId)
      for (const articleId of freed) holders.delete(articleId)
      return freed
    },
  }
}
