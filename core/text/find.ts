import type { Run } from './isolates.ts'

/** Which differences are ignored. `wholeWord` allows no letter, digit or haraka next to a match. */
export type FindOptions = {
  hamza: boolean
  harakat: boolean
  tatweel: boolean
  taMarbuta: boolean
  alefMaksura: boolean
  digits: boolean
  letterCase: boolean
  wholeWord: boolean
}

/** The defaults that readers of Arabic expect: «احمد» finds «أحمد», «مدرسه» finds «مدرسة». */
export const FIND_DEFAULTS: FindOptions = {
  hamza: true,
  harakat: true,
  tatweel: true,
  taMarbuta: true,
  alefMaksura: true,
  digits: true,
  letterCase: true,
  wholeWord: false,
}

/** Finds a query in a text. @returns the matches in order, which do not overlap. */
export type Finder = (text: string) => Run[]

const HAMZA: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'ء', ئ: 'ء' }
const MARK = /\p{Mn}/u
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u061C]/u
const WORD = /[\p{L}\p{N}\p{Mn}ـ]/u

/** @returns the character that stands for this one in comparison; empty if this one is ignored. */
function foldCharacter(character: string, options: FindOptions): string {
  if (INVISIBLE.test(character)) return ''
  if (options.harakat && MARK.test(character)) return ''
  if (options.tatweel && character === 'ـ') return ''
  if (options.hamza && HAMZA[character] !== undefined) return HAMZA[character]
  if (options.taMarbuta && character === 'ة') return 'ه'
  if (options.alefMaksura && (character === 'ى' || character === 'ی')) return 'ي'
  if (options.digits && /[٠-٩۰-۹]/u.test(character)) return String((character.codePointAt(0) ?? 0) & 0xf)
  return options.letterCase ? character.toLowerCase() : character
}

/** @returns the folded text, and for each of its UTF-16 units the index of its character in the original. */
function fold(text: string, options: FindOptions): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  let index = 0
  for (const character of text) {
    const counted = foldCharacter(character, options)
    for (let unit = 0; unit < counted.length; unit += 1) origin.push(index)
    folded += counted
    index += character.length
  }
  origin.push(text.length)
  return { folded, origin }
}

/** @returns where a letter ends, harakat and tatweel included. */
function endOf(text: string, start: number): number {
  let end = start + String.fromCodePoint(text.codePointAt(start) ?? 32).length
  while (end < text.length && (MARK.test(text.charAt(end)) || text.charAt(end) === '\u0640')) end += 1
  return end
}

function isWhole(text: string, { start, end }: Run): boolean {
  const before = Array.from(text.slice(Math.max(0, start - 2), start)).at(-1) ?? ''
  const after = text.slice(end, end + 2)
  return !WORD.test(before) && !(after !== '' && WORD.test(String.fromCodePoint(after.codePointAt(0) ?? 32)))
}

/** @returns the characters of a text that belong to words, from a place outwards, the nearest first. */
function* letters(text: string, from: number, by: 1 | -1): Generator<string> {
  const rest = by === 1 ? Array.from(text.slice(from)) : Array.from(text.slice(0, from)).toReversed()
  for (const character of rest) {
    if (!WORD.test(character)) return
    yield character
  }
}

/**
 * @returns the word that a match lies in, and how many letters it has besides: 0 for a match that is a whole word. Harakat and
 *   tatweel are no letters.
 */
export function wordAround(text: string, { start, end }: Run): { word: string; more: number } {
  const before = [...letters(text, start, -1)].toReversed()
  const after = [...letters(text, end, 1)]
  const isLetter = (character: string): boolean => !MARK.test(character) && character !== 'ـ'
  return {
    word: [...before, text.slice(start, end), ...after].join(''),
    more: [...before, ...after].filter(isLetter).length,
  }
}

/**
 * Prepares a query, to be found in many texts.
 * @returns a finder whose matches are ranges of the original text, the harakat of their last letter included
 */
export function compileFind(query: string, options: FindOptions): Finder {
  const wanted = fold(query, options).folded
  if (wanted === '') return () => []
  return (text) => {
    const { folded, origin } = fold(text, options)
    const runs: Run[] = []
    let from = 0
    for (;;) {
      const at = folded.indexOf(wanted, from)
      if (at === -1) return runs
      const last = origin[at + wanted.length - 1] ?? 0
      const run = {
        start: origin[at] ?? 0,
        end: options.harakat ? endOf(text, last) : (origin[at + wanted.length] ?? 0),
      }
      const isApart = run.start >= (runs.at(-1)?.end ?? 0)
      if (isApart && (!options.wholeWord || isWhole(text, run))) {
        runs.push(run)
        from = at + wanted.length
      } else from = at + 1
    }
  }
}
