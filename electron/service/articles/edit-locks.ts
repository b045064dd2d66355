/** Which client may write which article. Kept in memory: a lock does not outlive the process. */
export type EditLocks = {
  /**
   * @param hadIt whether the client says that it held this lock of the process before.
   * @returns whether the client holds the lock now: true when it was free, or already this client's.
   */
  acquire(articleId: string, clientId: string, hadIt?: boolean): boolean
  /** Records that an article is new, so that no client of the process before can have held its lock. */
  addNew(articleId: string): void
  /**
   * Ends the grace period of a restart: the first to ask gets the lock.
   * @returns the refused articles that are free.
   */
  endGracePeriod(): string[]
  /** @returns whether another client than this one holds the lock. */
  isHeldByOther(articleId: string, clientId: string): boolean
  /** @returns whether any client holds a lock, or may still ask for one that it held. */
  isAnyHeld(): boolean
  /** Releases one lock. @returns whether this client held it. */
  release(articleId: string, clientId: string): boolean
  /** Releases all locks of a client. @returns the articles that are now free. */
  releaseAll(clientId: string): string[]
}

/**
 * @param isRestart whether the process before died. Until `endGracePeriod`, its locks are reserved for the windows that
 *   say they held them: those may have unsaved words, and a window that only reads may reconnect sooner.
 * @returns locks of which none is held.
 */
export function createEditLocks(isRestart = false): EditLocks {
  const holders = new Map<string, string>()
  const fresh = new Set<string>()
  const refused = new Set<string>()
  let isGracePeriod = isRestart
  const isHeldByOther = (articleId: string, clientId: string): boolean =>
    holders.has(articleId) && holders.get(articleId) !== clientId
  return {
    isHeldByOther,
    isAnyHeld: () => isGracePeriod || holders.size > 0,
    addNew(articleId) {
      if (isGracePeriod) fresh.add(articleId)
    },
    endGracePeriod() {
      isGracePeriod = false
      const free = [...refused].filter((articleId) => !holders.has(articleId))
      refused.clear()
      fresh.clear()
      return free
    },
    acquire(articleId, clientId, hadIt = false) {
      if (isHeldByOther(articleId, clientId)) return false
      if (isGracePeriod && !hadIt && !holders.has(articleId) && !fresh.has(articleId)) {
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
