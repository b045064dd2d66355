import {
  CLOSING,
  COMPARISONS,
  DASHES,
  isCurrency,
  isDigit,
  isInches,
  isInner,
  isLtrLetter,
  isRtlLetter,
  OPENING,
  PERCENT,
  PREFIXES,
} from './characters.ts'

/** @returns the places of the brackets that have their partner within the range. One pass. */
function pairedBrackets(text: string, start: number, end: number): Set<number> {
  const paired = new Set<number>()
  const open: number[] = []
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at)
    if (OPENING.has(character)) open.push(at)
    else if (CLOSING.has(character)) {
      const partner = open.pop()
      if (partner !== undefined) paired.add(partner).add(at)
    }
  }
  return paired
}

const isAlphanumeric = (character: string): boolean => isDigit(character) || isLtrLetter(character)

/**
 * Whether a sign belongs to the Arabic word before it: «كوفيد-19» has a hyphen, not a minus, and «قال.ثم» a full stop.
 * The prefix «و» and a tatweel are no words: «و-3%», «بـ-3%», «و.NET».
 */
function followsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  if (!isRtlLetter(before) || before === '\u0640') return false
  return before !== 'و' || isRtlLetter(text.charAt(at - 2))
}

function opens(text: string, at: number, end: number): boolean {
  const [character, next] = [text.charAt(at), at + 1 < end ? text.charAt(at + 1) : '']
  if (isCurrency(character) || '+±~'.includes(character)) return true
  if (character === '°' && isLtrLetter(next)) return true
  if (PERCENT.has(character)) return isDigit(next) || DASHES.has(next)
  const before = text.charAt(at - 1)
  // In the middle of a word they would be tags.
  if ((character === '<' || character === '>') && isInner(before) && !OPENING.has(before)) return false
  const isCompared = COMPARISONS.has(text.slice(at, Math.min(at + 2, end)))
  if (isCompared)
    return isDigit(text.charAt(at + 2)) || isCurrency(text.charAt(at + 2)) || DASHES.has(text.charAt(at + 2))
  if (PREFIXES.has(character)) return isDigit(next) || isCurrency(next) || DASHES.has(next)
  if (DASHES.has(character)) return (isDigit(next) || isCurrency(next) || next === '.') && !followsWord(text, at)
  if (character === '.') return isAlphanumeric(next) && !followsWord(text, at)
  if (character === '/') return isAlphanumeric(next) && !isRtlLetter(before)
  // «C:\Data» has a drive before it, «\\server» a second one after it.
  if (character === '\\') return (isAlphanumeric(next) || next === '\\') && !isRtlLetter(before)
  return '@#'.includes(character) && (isAlphanumeric(next) || next === '_')
}

/** Whether a degree sign belongs to the letter after it, which runs the other way: «3°م». */
export function isArabicUnit(text: string, at: number): boolean {
  return text.charAt(at) === '°' && isRtlLetter(text.charAt(at + 1))
}

/** Credit ratings and blood groups: «BBB-», «AB-». A single letter at the start of a line counts an item: «A- ». */
const GRADE = /^(?:[ABC]{1,3}|AB|O)$/u

function isGrade(text: string, start: number, dash: number): boolean {
  const isApart = !isRtlLetter(text.charAt(dash + 1))
  return isApart && (start > 0 || dash > 1) && dash - start <= 3 && GRADE.test(text.slice(start, dash))
}

/** «U.S.», «a.m.» and «Ph.D.» end with a full stop of their own. */
const ABBREVIATION = /^[([]*(?:\p{L}{1,2}\.){2,}$/u

/** Whether a sign at the end of the word that begins at `start` is part of it. */
function closes(text: string, start: number, at: number, isAddress: boolean): boolean {
  const [before, character] = [text.charAt(at - 1), text.charAt(at)]
  if (isArabicUnit(text, at)) return false
  if (isCurrency(character) || PERCENT.has(character) || '+⁺⁻₊₋'.includes(character)) return true
  if (character === '#' || character === '!') return isLtrLetter(before)
  if (character === '_') return '@#'.includes(text.charAt(start))
  if (character === '′' || character === '″') return isDigit(before)
  if (character === '"') return isInches(text, at)
  if ('™℠®'.includes(character)) return isAlphanumeric(before)
  if (character === '.') return isLtrLetter(before) && ABBREVIATION.test(text.slice(start, at + 1))
  if (DASHES.has(character)) return isGrade(text, start, at)
  return isAddress && (character === '/' || isRtlLetter(character))
}

/**
 * Takes off what belongs to the sentence: punctuation at the end, signs that open nothing, brackets without a partner.
 * @returns the rest; it is empty if no letter and no digit is left
 */
export function trim(text: string, from: number, to: number, isAddress: boolean): { start: number; end: number } {
  const paired = pairedBrackets(text, from, to)
  const isPart = (at: number): boolean =>
    isAlphanumeric(String.fromCodePoint(text.codePointAt(at) ?? 32)) || paired.has(at)
  let [start, end] = [from, to]
  while (end > start && !isPart(end - 1) && !/\p{M}|[\uDC00-\uDFFF]/u.test(text.charAt(end - 1))) {
    if (closes(text, from, end - 1, isAddress)) break
    end -= 1
  }
  while (start < end && !isPart(start) && !opens(text, start, end)) start += 1
  return { start, end }
}
