import { endOfWeb, isMail, isTag, isWeb } from './address.ts'
import {
  isCurrency,
  isDigit,
  isEasternDigit,
  isInches,
  isInner,
  isLtrLetter,
  isRtlLetter,
  OPENING,
  PERCENT,
  PREFIXES,
} from './characters.ts'
import { isArabicUnit, trim } from './trim.ts'

/**
 * What a word without spaces is: an address (also a handle or a hashtag), Latin letters, a number in Latin digits or in
 * those of Arabic and Persian, or a sign that stands alone.
 */
export type WordKind = 'address' | 'latin' | 'number' | 'eastern' | 'sign'

/** A word that may be part of an expression, in UTF-16 units. */
export type Word = { start: number; end: number; kind: WordKind }

/** Signs that mean something alone, between two numbers or names. */
const LONE_SIGNS = new Set('-−–+×÷=/:&')

/** What is dialled to ask a telephone network: «*100#». */
const NETWORK_CODE = /^[*#][*#0-9]{1,40}#/u

/** A sign with punctuation of its sentence around it. */
const PUNCTUATED_SIGN = /^(?<before>[([]*)(?<sign>\p{Sc}|[<>!=]=|=>|[%‰٪°±~≈≠≤≥<>№§])[.,:;!?)\]]*$/u

/** Whether a «>» ends the «=>» that a word begins with. */
function endsArrow(text: string, from: number, at: number): boolean {
  const start = at - 1
  return text.charAt(start) === '=' && (start === from || (start > from && OPENING.has(text.charAt(start - 1))))
}

/**
 * @returns where the characters of a word end. An Arabic comma between two digits is part of the number, and «<», «>» or
 *   «=>» before a number. In the middle of a word they would be tags.
 */
function endOfWord(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 32)
    const isComma = character === '،' && at > from && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1))
    const isComparison =
      (at === from && (character === '<' || character === '>')) || (character === '>' && endsArrow(text, from, at))
    if (!isInner(character) && !isComma && !isComparison && !isInches(text, at)) break
    at += character.length
  }
  return at
}

function kindOf(word: string): WordKind {
  let hasEastern = false
  let hasDigit = false
  for (const character of word) {
    if (isLtrLetter(character)) return 'latin'
    if (isEasternDigit(character)) hasEastern = true
    else if (isDigit(character)) hasDigit = true
  }
  if (hasDigit) return 'number'
  return hasEastern ? 'eastern' : 'sign'
}

function isLoneSign(text: string): boolean {
  return text.length === 1 && (LONE_SIGNS.has(text) || PREFIXES.has(text) || isCurrency(text) || PERCENT.has(text))
}

/** @returns the word between two places, or null if it is only punctuation, or part of an Arabic hashtag. */
function wordAt(text: string, from: number, to: number): Word | null {
  const raw = text.slice(from, to)
  if (isArabicUnit(text, from)) return null
  if (isLoneSign(raw)) return { start: from, end: to, kind: 'sign' }
  const code = NETWORK_CODE.exec(raw)?.[0]
  if (code !== undefined && /[0-9]/u.test(code)) return { start: from, end: from + code.length, kind: 'number' }
  const { before = '', sign } = PUNCTUATED_SIGN.exec(raw)?.groups ?? {}
  if (sign !== undefined) return { start: from + before.length, end: from + before.length + sign.length, kind: 'sign' }
  const { start, end } = trim(text, from, to, isWeb(raw))
  const word = text.slice(start, end)
  if (word === '') return null
  if (isTag(word)) return isRtlLetter(text.charAt(to)) ? null : { start, end, kind: 'address' }
  if (isWeb(word) || isMail(word)) return { start, end, kind: 'address' }
  const kind = kindOf(word)
  return kind === 'sign' ? null : { start, end, kind }
}

/** Arabic letters with their marks, and spaces: most of a line, and no part of such a word. */
const PASSED = /[\u0610-\u061A\u0620-\u065F\u066E-\u06D3 ]+/y

function passArabic(text: string, from: number): number {
  PASSED.lastIndex = from
  return PASSED.test(text) ? PASSED.lastIndex : from
}

/** Cuts a line into the words that may be shown from left to right. Each character is read a bounded number of times. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (let at = passArabic(text, 0); at < text.length; at = passArabic(text, at)) {
    let end = endOfWord(text, at)
    if (end === at) {
      at += 1
      continue
    }
    if (isWeb(text.slice(at, end))) end = endOfWeb(text, at, end)
    const word = wordAt(text, at, end)
    if (word !== null) words.push(word)
    at = end
  }
  return words
}
