import type { Article } from '../article/article.ts'
import { articleHash, sha256Hex } from '../article/canonical.ts'
import type { NewId } from '../article/factories.ts'

/** Two versions of an article that are merged, and the one from which both came. */
export type Sides = { readonly base: Article; readonly ours: Article; readonly theirs: Article }

/** So many letters of a hash make an id that no other block has. */
const LENGTH = 21

/**
 * Makes ids for the blocks that a merge adds. They follow from the versions that are merged, whichever side each of them
 * is: with ids by chance, two machines that merge the same versions would get different articles.
 */
export function idsOfMerge({ base, ours, theirs }: Sides): NewId {
  let seed: string | null = null
  let count = 0
  return () => {
    // Most merges need no id, and hashing costs more than the rest of one.
    seed ??= [articleHash(base), ...[articleHash(ours), articleHash(theirs)].toSorted()].join(' ')
    count += 1
    return sha256Hex(`${seed} ${count}`).slice(0, LENGTH)
  }
}
