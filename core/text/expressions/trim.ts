import { CLOSING, DASHES, isCurrency, isDigit, isLtrLetter, isRtlLetter, OPENING, PERCENT } from './characters.ts'

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
  if (PERCENT.has(character)) return isDigit(next)
  if (DASHES.has(character)) return (isDigit(next) || isCurrency(next) || next === '.') && !followsWord(text, at)
  if (character === '.') return isAlphanumeric(next) && !followsWord(text, at)
  if (character === '/' || character === '\\') return isAlphanumeric(next) && !isRtlLetter(text.charAt(at - 1))
  return '@#'.includes(character) && (isAlphanumeric(next) || next === '_')
}

function closes(text: string, at: number, isAddress: boolean): boolean {
  const [before, character] = [text.charAt(at - 1), text.charAt(at)]
  if (isCurrency(character) || PERCENT.has(character) || character === '+') return true
  if (character === '#' || character === '!') return isLtrLetter(before)
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
    if (closes(text, end - 1, isAddress)) break
    end -= 1
  }
  while (start < end && !isPart(start) && !opens(text, start, end)) start += 1
  return { start, end }
}
