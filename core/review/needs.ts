import { mentionsIn, nameKey } from './mentions.ts'
import type { Thread } from './thread.ts'

/** What waits in an article for somebody. */
export type Waiting = {
  threads: readonly Thread[]
  /** The authors of its open proposals. */
  proposers: readonly string[]
  /** Those whose article it is: the byline, and who brought it in. */
  owners: readonly string[]
  /** The people who are known. */
  people: readonly string[]
}

/**
 * @returns who has something to do in an article, by `nameKey`, in the order of these. In an open thread in which somebody else
 *   wrote last: whoever it names, whoever began it, and whose article it is. With a proposal: whose article it is.
 */
export function whoIsNeeded({ threads, proposers, owners, people }: Waiting): string[] {
  const ofArticle = owners.map(nameKey).filter((name) => name !== '')
  const needed = new Set<string>()
  const add = (names: readonly string[], doer: string): void => {
    for (const name of names) if (name !== nameKey(doer)) needed.add(name)
  }
  for (const { messages, resolved } of threads) {
    const standing = messages.filter(({ isTakenBack }) => !isTakenBack)
    const [first, last] = [standing[0], standing.at(-1)]
    if (resolved !== null || first === undefined || last === undefined) continue
    const named = standing.flatMap(({ text }) => mentionsIn(text, people).map(({ name }) => nameKey(name)))
    add([...named, ...ofArticle, nameKey(first.by)], last.by)
  }
  for (const by of proposers) add(ofArticle, by)
  return [...needed].toSorted()
}

/** @returns whether a thread counts as open: somebody's words stand in it, and nobody resolved it. */
export function isOpen({ messages, resolved }: Thread): boolean {
  return resolved === null && messages.some(({ isTakenBack }) => !isTakenBack)
}
