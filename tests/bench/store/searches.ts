import { seededRandom } from '../statistics.ts'
import { ADJECTIVES, BODIES, NOUNS, PEOPLE, PLACES } from './vocabulary.ts'

/** A search and its kind. */
export type Search = { sort: 'one word' | 'two words' | 'phrase' | 'prefix'; typed: string }

const OF_EACH = 30

/** @returns common and rare words of the texts, the same in every run. A space after a word marks it as complete. */
export function searches(): Search[] {
  const random = seededRandom(4)
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const each = (sort: Search['sort'], type: () => string): Search[] =>
    Array.from({ length: OF_EACH }, () => ({ sort, typed: type() }))
  return [
    ...each('one word', () => `${one([...NOUNS, ...PLACES])} `),
    ...each('two words', () => `${one(NOUNS)} ${one([...PLACES, ...ADJECTIVES])} `),
    ...each('phrase', () => `«${one(PEOPLE)} ${one(BODIES)}»`),
    ...each('prefix', () => one([...NOUNS, ...PLACES, ...BODIES]).slice(0, 1 + Math.floor(random() * 3))),
  ]
}
