import { COMPARISONS, DASHES, isCurrency, isSpace, PERCENT, PREFIXES } from './characters.ts'
import { groupsOfOne, MOST_GROUPS } from './groups.ts'
import { wordsIn, type Word } from './words.ts'

/** Signs between two numbers with spaces around them. */
const OPERATORS = new Set('-−‐‑‒–/:')
/** Signs between two names with spaces around them. */
const NAME_SIGNS = new Set('&/')
/** Signs between two of any sort: «y = 2x + 1». */
const EQUATION_SIGNS = new Set('=+×÷±≈≠≤≥<>')

/** What stands between two words of one expression: a space, in a Latin phrase with punctuation before it. */
function gapOf(text: string, from: number, to: number): 'space' | 'punctuation' | null {
  if (to - from === 1) return isSpace(text.charAt(from)) ? 'space' : null
  return to - from === 2 && '.,:;'.includes(text.charAt(from)) && isSpace(text.charAt(to - 1)) ? 'punctuation' : null
}

const isBracketedNumber = (text: string, word: Word): boolean =>
  word.kind === 'number' && text.charAt(word.start) === '('

/** Whether a word is the unit of the number before it with the other end of a range: «5 %–10 %». */
function isUnitOfRange(text: string, { start, kind }: Word): boolean {
  const unit = text.charAt(start)
  return kind === 'number' && (PERCENT.has(unit) || isCurrency(unit)) && DASHES.has(text.charAt(start + 1))
}

/** Reads words from left to right; `at` is the next one. */
class Reader {
  readonly #text: string
  readonly #words: readonly Word[]
  /** Latin words of a left-to-right line are its sentences, and no part of a number. */
  readonly #hasPhrases: boolean
  at = 0

  constructor(text: string, hasPhrases: boolean) {
    this.#text = text
    this.#hasPhrases = hasPhrases
    this.#words = wordsIn(text)
  }

  /** @returns the next expression; null at the end. */
  next(): Word | null {
    const first = this.#words[this.at]
    if (first === undefined) return null
    let expression = this.#first(first)
    for (;;) {
      const longer = this.#longer(expression)
      if (longer === null) return expression
      expression = longer
    }
  }

  #first(first: Word): Word {
    if (first.kind === 'number' || first.kind === 'eastern') return this.#number(first)
    this.at += 1
    const second = this.#words[this.at]
    const sign = first.kind === 'sign' ? this.#text.slice(first.start, first.end) : ''
    const isPrefix = isCurrency(sign) || PREFIXES.has(sign) || COMPARISONS.has(sign)
    const isPrefixed = isPrefix && second?.kind === 'number'
    return isPrefixed && this.#gap(first, second) === 'space' ? { ...this.#number(second), start: first.start } : first
  }

  /** Takes the number at the current place with the groups of digits that belong to it. */
  #number(first: Word): Word {
    const groups = [first]
    for (let at = this.at + 1; groups.length < MOST_GROUPS; at += 1) {
      const [last, next] = [groups.at(-1) ?? first, this.#words[at]]
      if (next?.kind !== first.kind || this.#gap(last, next) !== 'space') break
      groups.push(next)
    }
    const count = groupsOfOne(groups.map(({ start, end }) => this.#text.slice(start, end)))
    this.at += count
    return { ...first, end: groups[count - 1]?.end ?? first.end }
  }

  #gap(word: Word, next: Word): 'space' | 'punctuation' | null {
    return gapOf(this.#text, word.end, next.start)
  }

  /** @returns the expression with what follows it, or null if that is something else. */
  #longer(expression: Word): Word | null {
    const next = this.#words[this.at]
    if (next === undefined) return null
    const gap = this.#gap(expression, next)
    if (gap === null) return null
    if (next.kind === 'sign') return gap === 'space' ? this.#acrossSign(expression, next) : null
    if (expression.kind === 'number' && gap === 'space' && isUnitOfRange(this.#text, next)) {
      this.at += 1
      return { ...expression, end: next.end }
    }
    const isPhrase =
      expression.kind === 'latin'
        ? next.kind === 'latin' || (next.kind === 'number' && !isBracketedNumber(this.#text, next))
        : expression.kind === 'number' && next.kind === 'latin' && gap === 'space'
    // In a left-to-right line a number takes its unit with it: «100 km/h».
    if (!isPhrase || (!this.#hasPhrases && expression.kind !== 'number')) return null
    this.at += 1
    return { start: expression.start, end: next.end, kind: 'latin' }
  }

  #acrossSign(expression: Word, sign: Word): Word | null {
    const text = this.#text.slice(sign.start, sign.end)
    const isUnit = isCurrency(text) || PERCENT.has(text)
    if (isUnit && expression.kind === 'number') {
      this.at += 1
      return { ...expression, end: sign.end }
    }
    const next = this.#words[this.at + 1]
    if (next === undefined || this.#gap(sign, next) !== 'space') return null
    if (expression.kind !== 'number' && expression.kind !== 'latin') return null
    const isBetween = (expression.kind === 'number' ? OPERATORS : NAME_SIGNS).has(text) && next.kind === expression.kind
    const isEquating = EQUATION_SIGNS.has(text) || COMPARISONS.has(text)
    const isEquation = isEquating && (next.kind === 'number' || next.kind === 'latin')
    if (!isBetween && !isEquation) return null
    this.at += 1
    const second = this.#first(next)
    return { ...expression, end: second.end }
  }
}

/** The sign that closes what a bracket or a quote opens. */
const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '"': '"', '“': '”', '«': '»' }
/** People write no more signs of question in a row. */
const MOST_SIGNS = 3

/** @returns the Latin phrase with its question mark, if brackets or quotes hold nothing else: «(The End of History?)». */
function withQuestion(text: string, phrase: Word): Word {
  const closing = CLOSED_BY[text.charAt(phrase.start - 1)]
  if (phrase.kind !== 'latin' || closing === undefined) return phrase
  let { end } = phrase
  while (end - phrase.end < MOST_SIGNS && (text.charAt(end) === '?' || text.charAt(end) === '!')) end += 1
  return text.charAt(end) === closing ? { ...phrase, end } : phrase
}

/**
 * @returns the numbers, names and addresses of a line, each as a whole: with sign, currency, separators, unit, both ends
 *   of a range, a score with its brackets, all groups of a telephone. They are in order and do not overlap.
 */
export function expressionsIn(text: string, dir: 'rtl' | 'ltr'): Word[] {
  const reader = new Reader(text, dir === 'rtl')
  const expressions: Word[] = []
  for (let word = reader.next(); word !== null; word = reader.next()) {
    if (word.kind !== 'sign') expressions.push(withQuestion(text, word))
  }
  return expressions
}
