import type { Direction } from '../../article/block.ts'
import { isolatesIn } from '../../text/isolates.ts'
import { settle } from './settle.ts'
import { shortestEdit } from './shortest-edit.ts'

/** A stretch of text that both have, or only the one or the other. */
export type TextChange = { text: string; change: 'same' | 'added' | 'removed' }

/** A word with its harakat, tatweel and joiners, white space, or one other sign: a word is never cut, so it stays joined. */
const TOKEN = /[\p{L}\p{M}\p{N}\u0640\u200C\u200D]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

/** Texts that have less in common are two texts: the search for what they share would take longer than reading them. */
const MOST_EDITS = 1000

/** A place within a word. */
const IN_WORD = /(?<=[\p{L}\p{M}\p{N}\u0640\u200C\u200D])(?=[\p{L}\p{M}\p{N}\u0640\u200C\u200D])/uy

function isInWord(text: string, at: number): boolean {
  IN_WORD.lastIndex = at
  return IN_WORD.test(text)
}

/** Telephones and scores are one word each as well: half a telephone would be shown in another order than the whole. */
function tokensOf(text: string, dir: Direction): string[] {
  const tokens: string[] = []
  let from = 0
  for (const { start, end } of dir === 'rtl' ? isolatesIn(text) : []) {
    if (isInWord(text, start) || isInWord(text, end)) continue
    tokens.push(...(text.slice(from, start).match(TOKEN) ?? []), text.slice(start, end))
    from = end
  }
  return [...tokens, ...(text.slice(from).match(TOKEN) ?? [])]
}

/** @returns how a text that runs in a direction became another, by whole words. What was replaced comes before what replaced it. */
export function diffText(from: string, to: string, dir: Direction): TextChange[] {
  if (from === to) return from === '' ? [] : [{ text: from, change: 'same' }]
  const [old, now] = [tokensOf(from, dir), tokensOf(to, dir)]
  const numbers = new Map<string, number>()
  const numbered = (tokens: readonly string[]): number[] => tokens.map((token) => numberOf(token, numbers))
  const [oldNumbers, newNumbers] = [numbered(old), numbered(now)]
  const runs = shortestEdit(oldNumbers, newNumbers, MOST_EDITS)
  if (runs === null) return replaced({ removed: from, added: to })
  let [atOld, atNew] = [0, 0]
  const changes = settle(runs, oldNumbers, newNumbers).map(({ change, length }): TextChange => {
    const text = (change === 'removed' ? old.slice(atOld, atOld + length) : now.slice(atNew, atNew + length)).join('')
    if (change !== 'added') atOld += length
    if (change !== 'removed') atNew += length
    return { text, change }
  })
  return joinPhrases(changes)
}

/** @returns the same number for the same token: numbers are compared faster than words. */
function numberOf(token: string, numbers: Map<string, number>): number {
  const number = numbers.get(token) ?? numbers.size
  numbers.set(token, number)
  return number
}

type Replacement = { removed: string; added: string }

function replaced({ removed, added }: Replacement): TextChange[] {
  return [
    ...(removed === '' ? [] : [{ text: removed, change: 'removed' } as const]),
    ...(added === '' ? [] : [{ text: added, change: 'added' } as const]),
  ]
}

/**
 * A phrase that another replaces reads as one: words that were replaced side by side are told together, with the
 * spaces between them, and not word by word in turns.
 */
function joinPhrases(changes: readonly TextChange[]): TextChange[] {
  const joined: TextChange[] = []
  let open: Replacement = { removed: '', added: '' }
  for (const [index, { text, change }] of changes.entries()) {
    if (change === 'removed') open.removed += text
    else if (change === 'added') open.added += text
    else if (isReplacement(open) && /^[^\S\n]+$/u.test(text) && isReplacement(runAfter(changes, index))) {
      open = { removed: open.removed + text, added: open.added + text }
    } else {
      joined.push(...replaced(open), { text, change })
      open = { removed: '', added: '' }
    }
  }
  return [...joined, ...replaced(open)]
}

function isReplacement({ removed, added }: Replacement): boolean {
  return removed !== '' && added !== ''
}

/** @returns what is removed and added right after a stretch that both have. */
function runAfter(changes: readonly TextChange[], index: number): Replacement {
  const run: Replacement = { removed: '', added: '' }
  for (let at = index + 1; at < changes.length; at += 1) {
    const next = changes[at]
    if (next === undefined || next.change === 'same') break
    run[next.change] += next.text
  }
  return run
}
