import { mentionsIn, nameKey } from './mentions.ts'
import type { Thread } from './thread.ts'

const NO_WORD = /[^\p{L}\p{N}]+/gu

/** What waits in an article for somebody. */
export type Waiting = {
  threads: readonly Thread[]
  /** The authors of its open proposals. */
  proposers: readonly string[]
  /** Whose article it is: who brought it in, and the people of the byline, which may name several. */
  creator: string
  byline: string
  /** The people who are known. */
  people: readonly string[]
}

/**
 * @returns who has something to do in an article, by `nameKey`, in the order of these. In an open thread in which somebody else
 *   wrote last: whoever it names, whoever began it, and whose article it is. With a proposal: whose article it is.
 */
export function whoIsNeeded({ threads, proposers, creator, byline, people }: Waiting): string[] {
  const ofArticle = [creator, byline, ...namedIn(byline, people)].map(nameKey).filter((name) => name !== '')
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

/** @returns the people whom a byline names, also with «و» before the name. */
export function namedIn(byline: string, people: readonly string[]): string[] {
  const words = ` ${nameKey(byline).replaceAll(NO_WORD, ' ')} `
  return people.filter((name) => {
    const key = nameKey(name).replaceAll(NO_WORD, ' ')
    return words.includes(` ${key} `) || words.includes(` و${key} `)
  })
}

/** @returns whether a thread counts as open: somebody's words stand in it, and nobody resolved it. */
export function isOpen({ messages, resolved }: Thread): boolean {
  return resolved === null && messages.some(({ isTakenBack }) => !isTakenBack)
}
