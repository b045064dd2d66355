import type { Direction } from '../../article/block.ts'
import { isolatesIn } from '../../text/isolates.ts'
import { slideEdits } from '../../changes/slide-edits.ts'
import { shortestEdit } from '../../changes/shortest-edit.ts'

/** A piece of text that both versions have, or only the new one, or only the old one. */
export type TextChange = { text: string; change: 'same' | 'added' | 'removed' }

/**
 * A token: a word with its harakat, tatweel and joiners, white space, or one other character. Never part of a word: its
 * letters would lose their joining.
 */
const TOKEN = /[\p{L}\p{M}\p{N}\u0640\u200C\u200D]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

/** With more edits, the diff shows the whole text as replaced: finding the edits would take too long. */
const MAX_EDITS = 1000

/** A position inside a word. */
const IN_WORD = /(?<=[\p{L}\p{M}\p{N}\u0640\u200C\u200D])(?=[\p{L}\p{M}\p{N}\u0640\u200C\u200D])/uy

function isInWord(text: string, at: number): boolean {
  IN_WORD.lastIndex = at
  return IN_WORD.test(text)
}

/**
 * Telephone numbers and scores are one token each. In a right-to-left line, half of one would be shown in another order
 * than the whole.
 */
function tokensOf(text: string, dir: Direction): string[] {
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

/**
 * Compares two versions of a text by whole words.
 * @param dir the direction of the line, which decides what counts as one token
 * @returns the pieces in order; a removed piece comes before the one that replaces it
 */
export function diffText(from: string, to: string, dir: Direction): TextChange[] {
  if (from === to) return from === '' ? [] : [{ text: from, change: 'same' }]
  const [old, now] = [tokensOf(from, dir), tokensOf(to, dir)]
  const numbers = new Map<string, number>()
  const numbered = (tokens: readonly string[]): number[] => tokens.map((token) => numberOf(token, numbers))
  const [oldNumbers, newNumbers] = [numbered(old), numbered(now)]
  const runs = shortestEdit(oldNumbers, newNumbers, MAX_EDITS)
  if (runs === null) return replaced({ removed: from, added: to })
  let [atOld, atNew] = [0, 0]
  const changes = slideEdits(runs, oldNumbers, newNumbers).map(({ change, length }): TextChange => {
    const text = (change === 'removed' ? old.slice(atOld, atOld + length) : now.slice(atNew, atNew + length)).join('')
    if (change !== 'added') atOld += length
    if (change !== 'removed') atNew += length
    return { text, change }
  })
  return joinPhrases(changes)
}

/** @returns a number for a token, the same one for equal tokens. Numbers compare faster than strings. */
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
 * Merges replaced words with only a space between them into one replaced phrase, so that readers do not see removed and
 * added words in turns.
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

/** @returns what is removed and added right after the unchanged piece at `index`. */
function runAfter(changes: readonly TextChange[], index: number): Replacement {
  const run: Replacement = { removed: '', added: '' }
  for (let at = index + 1; at < changes.length; at += 1) {
    const next = changes[at]
    if (next === undefined || next.change === 'same') break
    run[next.change] += next.text
  }
  return run
}
