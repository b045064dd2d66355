import { fold, foldWithMap } from './fold.ts'
import { WORD, type Term } from './search-terms.ts'
import { stem } from './stem.ts'

/** A stretch of a text, and whether it is what was looked for. */
export type Stretch = { text: string; isHit: boolean }

/** A word of a text: folded, and where it stands as it was written, with its harakat and tatweel. */
type Word = { folded: string; start: number; end: number }
/** Where a term was found, in UTF-16 units. */
type Hit = { term: Term; start: number; end: number }

/** What is not to be seen at the end of a word; a joiner is, in the shape of the letter before it. */
const UNSEEN_END = /[^\P{Cf}\u200C\u200D]+$/u

function wordsOf(text: string): Word[] {
  const { folded, map } = foldWithMap(text)
  return [...folded.matchAll(WORD)].map(({ 0: word, index }) => {
    const last = map[index + word.length - 1] ?? 0
    // One character may hold several words, such as ﷺ: it is shown whole.
    let after = index + word.length
    while ((map[after] ?? text.length) <= last) after += 1
    const start = map[index] ?? 0
    const written = text.slice(start, map[after] ?? text.length)
    return { folded: word, start, end: start + written.replace(UNSEEN_END, '').length }
  })
}

/** Whether a term stands at a place, exactly as the search index would say. */
function stands({ words, isQuoted, isOpen }: Term, all: readonly Pick<Word, 'folded'>[], place: number): boolean {
  const last = words.length - 1
  const isExact = words.every((word, index) => {
    const folded = all[place + index]?.folded
    return folded === word || (isOpen && index === last && folded?.startsWith(word) === true)
  })
  if (isExact || isQuoted) return isExact
  return words.every((word, index) => stem(all[place + index]?.folded ?? '') === stem(word))
}

/** @returns whether a text has all that is looked for, as the search index would say. */
export function hasAll(text: string, terms: readonly Term[]): boolean {
  const words = (fold(text).match(WORD) ?? []).map((folded) => ({ folded }))
  return terms.every((term) => words.some((_word, place) => stands(term, words, place)))
}

function hitsIn(text: string, terms: readonly Term[]): Hit[] {
  const words = wordsOf(text)
  return words.flatMap(({ start }, place) =>
    terms
      .filter((term) => stands(term, words, place))
      .map((term) => ({ term, start, end: words[place + term.words.length - 1]?.end ?? start })),
  )
}

/** @returns the stretches of a text from one place to another; hits that run into one another are one. */
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
 * Marks in a text, as it was written, what a search finds in it: the words themselves, whatever their harakat and
 * spelling, others of the same stem, phrases as a whole, and words that begin with one that is still being typed.
 * @returns the whole text in stretches.
 */
export function highlight(text: string, terms: readonly Term[]): Stretch[] {
  return stretches(text, hitsIn(text, terms), 0, text.length)
}

/** How much is shown before the first hit, and in all, in UTF-16 units. */
const BEFORE = 40
const LENGTH = 200

/** The part of a text around its first hit, cut at words, and how many of the terms the text has. */
export type Excerpt = { stretches: Stretch[]; terms: number }

/** @returns null when nothing of the search is in the text. */
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

/** @returns the beginning of the first word after a place, at most `limit`. */
function afterSpace(text: string, place: number, limit: number): number {
  const space = text.indexOf(' ', place)
  return space === -1 || space >= limit ? limit : space + 1
}
