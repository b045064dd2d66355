import { fold, foldWithMap } from '../text/fold.ts'

/** A name in a text. `start` is the place of its sign, in UTF-16 units. */
export type Mention = { readonly name: string; readonly start: number; readonly end: number }

const WORD = /[\p{L}\p{N}]/u
/** What stands before the sign in an address. An Arabic «و» or «ل» before it belongs to the sentence. */
const IN_ADDRESS = /[\w.%+-]/u
const SPACES = /\s+/gu

/** @returns a name as names are compared: «سعاد الأحمد» is «سعاد  الاحمد». */
export function nameKey(name: string): string {
  return fold(name).trim().replaceAll(SPACES, ' ')
}

/**
 * Finds the people whom a message names, as `@name`. A name may have several words and is found in any spelling of its
 * letters; of two names that begin alike, the longer one is meant. An `@` of an address names nobody.
 * @param names of the people who are known
 * @returns the mentions in their order, which do not overlap
 */
export function mentionsIn(text: string, names: readonly string[]): Mention[] {
  const known = names
    .map((name) => ({ name, words: nameKey(name).split(' ') }))
    .filter(({ words }) => words[0] !== '')
    .toSorted((one, other) => other.words.join(' ').length - one.words.join(' ').length)
  const { folded, map } = foldWithMap(text)
  const found: Mention[] = []
  for (const { index } of folded.matchAll(/@/gu)) {
    if (IN_ADDRESS.test(folded.charAt(index - 1))) continue
    for (const { name, words } of known) {
      const end = endOfWords(folded, index + 1, words)
      if (end === null) continue
      found.push({ name, start: map[index] ?? 0, end: map[end] ?? text.length })
      break
    }
  }
  return found
}

/** @returns where the words end that begin at a place, with any white space between them; null when others stand there. */
function endOfWords(folded: string, start: number, words: readonly string[]): number | null {
  let at = start
  for (const [index, word] of words.entries()) {
    if (index > 0) {
      const spaces = /^\s+/u.exec(folded.slice(at, at + 8))
      if (spaces === null) return null
      at += spaces[0].length
    }
    if (!folded.startsWith(word, at)) return null
    at += word.length
  }
  return WORD.test(folded.slice(at, at + 2)[0] ?? '') ? null : at
}
