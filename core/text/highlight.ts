import { fold, foldWithMap } from './fold.ts'
import { WORD, type Term } from './search-terms.ts'
import { stem } from './stem.ts'
import { trimEndOf } from './trim.ts'

/** A part of a text, and whether it matches the search. */
export type Stretch = { text: string; isHit: boolean }

/** A word of a text: folded, and its range in the text as written, harakat and tatweel included. */
type Word = { folded: string; start: number; end: number }
/** A match of a term: a range in UTF-16 units. */
type Hit = { term: Term; start: number; end: number }

/** Invisible characters at the end of a word. Joiners are not among them: they shape the letter before. */
const INVISIBLE = /[^\P{Cf}\u200C\u200D]/u

function wordsOf(text: string): Word[] {
  const { folded, map } = foldWithMap(text)
  return [...folded.matchAll(WORD)].map(({ 0: word, index }) => {
    const last = map[index + word.length - 1] ?? 0
    // One character such as ﷺ may fold to several words. It is shown whole.
    let after = index + word.length
    while ((map[after] ?? text.length) <= last) after += 1
    const start = map[index] ?? 0
    const written = text.slice(start, map[after] ?? text.length)
    return { folded: word, start, end: start + trimEndOf(written, INVISIBLE).length }
  })
}

/** Whether a term matches the words from an index on, by the same rules as the search index. */
function matchesAt({ words, isQuoted, isOpen }: Term, all: readonly Pick<Word, 'folded'>[], place: number): boolean {
  const last = words.length - 1
  const isExact = words.every((word, index) => {
    const folded = all[place + index]?.folded
    return folded === word || (isOpen && index === last && folded?.startsWith(word) === true)
  })
  if (isExact || isQuoted) return isExact
  return words.every((word, index) => stem(all[place + index]?.folded ?? '') === stem(word))
}

/** @returns whether a text contains every term, by the same rules as the search index. */
export function hasAll(text: string, terms: readonly Term[]): boolean {
  const words = (fold(text).match(WORD) ?? []).map((folded) => ({ folded }))
  return terms.every((term) => words.some((_word, place) => matchesAt(term, words, place)))
}

function hitsIn(text: string, terms: readonly Term[]): Hit[] {
  const words = wordsOf(text)
  return words.flatMap(({ start }, place) =>
    terms
      .filter((term) => matchesAt(term, words, place))
      .map((term) => ({ term, start, end: words[place + term.words.length - 1]?.end ?? start })),
  )
}

/** @returns the parts of a text between two indices. Hits that touch or overlap become one. */
function stretches(text: string, hits: readonly Hit[], from: number, to: number): Stretch[] {
  const found: Stretch[] = []
  let end = from
  const add = (until: number, isHit: boolean): void => {
    const last = found.at(-1)
    if (until <= end) return
    if (last?.isHit === true && isHit) last.text += text.slice(end, until)
    else found.push({ text: text.slice(end, until), isHit })
    end = until
  }
  for (const hit of hits) {
    if (hit.start >= to) break
    add(hit.start, false)
    add(Math.min(hit.end, to), true)
  }
  add(to, false)
  return found
}

/**
 * Marks what a search finds in a text: the words in any spelling and with any harakat, words of the same stem, quoted
 * phrases, and words that begin with the word that is still being typed.
 * @returns the whole text in parts
 */
export function highlight(text: string, terms: readonly Term[]): Stretch[] {
  return stretches(text, hitsIn(text, terms), 0, text.length)
}

/** The length of an excerpt before the first hit, and in all, in UTF-16 units. */
const BEFORE = 40
const LENGTH = 200

/** The text around the first hit, cut between words, and how many of the terms the whole text has. */
export type Excerpt = { stretches: Stretch[]; terms: number }

/** @returns an excerpt; null if the text has none of the terms. */
export function excerpt(text: string, terms: readonly Term[]): Excerpt | null {
  const hits = hitsIn(text, terms)
  const [first] = hits
  if (first === undefined) return null
  const from = first.start <= BEFORE ? 0 : afterSpace(text, first.start - BEFORE, first.start)
  const space = text.indexOf(' ', Math.max(from + LENGTH, first.end))
  const to = space === -1 ? text.length : space
  const cut = stretches(text, hits, from, to)
  if (from > 0) cut.unshift({ text: '… ', isHit: false })
  if (to < text.length) cut.push({ text: ' …', isHit: false })
  return { stretches: cut, terms: new Set(hits.map(({ term }) => term)).size }
}

/** @returns the index of the first word after `place`, at most `limit`. */
function afterSpace(text: string, place: number, limit: number): number {
  const space = text.indexOf(' ', place)
  return space === -1 || space >= limit ? limit : space + 1
}
