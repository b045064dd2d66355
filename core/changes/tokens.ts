import type { Direction } from '../article/block.ts'
import { isolatesIn } from '../text/isolates.ts'

/**
 * A token: a word with its harakat, tatweel and joiners, white space, or one other character. Never part of a word: its
 * letters would lose their joining.
 */
const TOKEN = /[\p{L}\p{M}\p{N}\u0640\u200C\u200D]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

/** A position inside a word. */
const IN_WORD = /(?<=[\p{L}\p{M}\p{N}\u0640\u200C\u200D])(?=[\p{L}\p{M}\p{N}\u0640\u200C\u200D])/uy

function isInWord(text: string, at: number): boolean {
  IN_WORD.lastIndex = at
  return IN_WORD.test(text)
}

/**
 * Cuts a line into the tokens by which it is compared. Telephone numbers and scores are one token each. In a
 * right-to-left line, half of one would be shown in another order than the whole.
 * @returns tokens that make up the text
 */
export function tokensOf(text: string, dir: Direction): string[] {
  const tokens: string[] = []
  let from = 0
  for (const { start, end } of isolatesIn(text, dir)) {
    if (isInWord(text, start) || isInWord(text, end)) continue
    for (const token of text.slice(from, start).match(TOKEN) ?? []) tokens.push(token)
    tokens.push(text.slice(start, end))
    from = end
  }
  return [...tokens, ...(text.slice(from).match(TOKEN) ?? [])]
}

/** @returns whether a token is a word or a number, and not a space or a sign. */
export function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token)
}
