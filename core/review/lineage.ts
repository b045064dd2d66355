/** A revision with those that it was made from. */
export type Descent = { readonly hash: string; readonly parent: string | null; readonly secondParent: string | null }

/**
 * Finds where a revision left the line of the others, as one that came from a backup does.
 * @param revisions of one article, in the order in which they were written
 * @returns the newest revision from which both it and a later line came; null where it lies on the line itself, or where
 *   what lies between was thinned out
 */
export function forkOf(revisions: readonly Descent[], hash: string): string | null {
  const known = new Map(revisions.map((revision) => [revision.hash, revision]))
  const own = ancestorsOf(known, hash)
  const other = revisions.findLast(
    (revision) => revision.hash !== hash && !own.has(revision.hash) && !ancestorsOf(known, revision.hash).has(hash),
  )
  if (other === undefined) return null
  const theirs = ancestorsOf(known, other.hash)
  return revisions.findLast((revision) => own.has(revision.hash) && theirs.has(revision.hash))?.hash ?? null
}

/** @returns all that a revision was made from, without itself. */
export function ancestorsOf(known: ReadonlyMap<string, Descent>, hash: string): Set<string> {
  const found = new Set<string>()
  const open = [hash]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const revision = known.get(next)
    for (const parent of [revision?.parent, revision?.secondParent]) {
      if (parent === null || parent === undefined || found.has(parent) || !known.has(parent)) continue
      found.add(parent)
      open.push(parent)
    }
  }
  return found
}
