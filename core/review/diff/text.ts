import { diffArrays } from 'diff'

/** A stretch of text that both have, or only the one or the other. */
export type TextChange = { text: string; change: 'same' | 'added' | 'removed' }

/** A word with its harakat, tatweel and joiners, white space, or one other sign: a word is never cut, so it stays joined. */
const TOKEN = /[\p{L}\p{M}\p{N}\u0640\u200C\u200D]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

/** Texts that have less in common are two texts: the search for what they share would take longer than reading them. */
const MOST_EDITS = 1000

/** @returns how a text became another, by whole words. What was replaced comes before what replaced it. */
export function diffText(from: string, to: string): TextChange[] {
  if (from === to) return from === '' ? [] : [{ text: from, change: 'same' }]
  const parts = diffArrays(from.match(TOKEN) ?? [], to.match(TOKEN) ?? [], { maxEditLength: MOST_EDITS })
  if (parts === undefined) return replaced({ removed: from, added: to })
  const changes = parts.map(({ value, added, removed }): TextChange => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))
  return joinPhrases(changes)
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
  const end = changes.findIndex(({ change }, at) => at > index && change === 'same')
  const run = changes.slice(index + 1, end === -1 ? changes.length : end)
  const textOf = (wanted: TextChange['change']): string =>
    run
      .filter(({ change }) => change === wanted)
      .map(({ text }) => text)
      .join('')
  return { removed: textOf('removed'), added: textOf('added') }
}
