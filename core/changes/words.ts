/** A piece of text that both versions have, or only the new one, or only the old one. */
export type WordChange = { text: string; change: 'same' | 'added' | 'removed' }

type Replacement = { removed: string; added: string }

function replaced({ removed, added }: Replacement): WordChange[] {
  return [
    ...(removed === '' ? [] : [{ text: removed, change: 'removed' } as const]),
    ...(added === '' ? [] : [{ text: added, change: 'added' } as const]),
  ]
}

/**
 * Merges pieces of one kind, and replaced words with only a space between them into one replaced phrase, so that
 * readers do not see removed and added words in turns.
 * @returns the pieces in order; a removed piece comes before the one that replaces it
 */
export function joinPhrases(changes: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = []
  let open: Replacement = { removed: '', added: '' }
  for (const [index, { text, change }] of changes.entries()) {
    if (change === 'removed') open.removed += text
    else if (change === 'added') open.added += text
    else if (isReplacement(open) && /^[^\S\n]+$/u.test(text) && isReplacement(runAfter(changes, index))) {
      open = { removed: open.removed + text, added: open.added + text }
    } else {
      joined.push(...replaced(open))
      open = { removed: '', added: '' }
      const last = joined.at(-1)
      if (last?.change === 'same') last.text += text
      else joined.push({ text, change })
    }
  }
  return [...joined, ...replaced(open)]
}

function isReplacement({ removed, added }: Replacement): boolean {
  return removed !== '' && added !== ''
}

/** @returns what is removed and added right after the unchanged piece at `index`. */
function runAfter(changes: readonly WordChange[], index: number): Replacement {
  const run: Replacement = { removed: '', added: '' }
  for (let at = index + 1; at < changes.length; at += 1) {
    const next = changes[at]
    if (next === undefined || next.change === 'same') break
    run[next.change] += next.text
  }
  return run
}
