/** Which client may write which article. Kept in memory: a pen does not outlive the process. */
export type Pens = {
  /** @returns whether the client has the pen now: true when it was free or already this client's. */
  take(articleId: string, clientId: string): boolean
  /** @returns whether another client than this one has the pen. */
  isElsewhere(articleId: string, clientId: string): boolean
  /** Gives one pen back. @returns whether this client had it. */
  release(articleId: string, clientId: string): boolean
  /** Gives back all that a client has. @returns the articles that are now free. */
  releaseAll(clientId: string): string[]
}

/** @returns an empty set of pens: every article is free. */
export function createPens(): Pens {
  const holders = new Map<string, string>()
  const isElsewhere = (articleId: string, clientId: string): boolean =>
    holders.has(articleId) && holders.get(articleId) !== clientId
  return {
    isElsewhere,
    take(articleId, clientId) {
      if (isElsewhere(articleId, clientId)) return false
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
