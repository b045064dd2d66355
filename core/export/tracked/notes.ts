import type { Text } from '../../article/inline.ts'
import type { Shell } from '../../changes/change.ts'
import type { Maker } from './review.ts'

/** How words, a block or the mark of a paragraph changes. Words that move are in two places. */
export type TrackKind = 'ins' | 'del' | 'moveFrom' | 'moveTo'

export type Track = Maker & { readonly kind: TrackKind }

/** How a block and the mark at its end change. */
export type BlockNote = {
  readonly track?: Track
  readonly mark?: Track
  /** How a line changes that a format writes before the block, such as the day of a correction. */
  readonly head?: Track
  /** The name that it has in a document, where that is not its id; null for none. */
  readonly name?: string | null
  /** The fields that it had before somebody changed its kind or direction. */
  readonly was?: Maker & { readonly shell: Shell }
}

/** The field of a block that holds its note. */
export const NOTE = 'review'
/** Begins the names of the marks of words that are about the review. */
const MARK = 'review:'

/** The mark of words that change. */
export const TRACK_MARK = `${MARK}track`
/** Begins the marks of words whose format changes; the name of the format follows. */
export const FORMAT_MARK = `${MARK}was:`
/** Begins the marks of words that a thread is about; its number follows. */
export const THREAD_MARK = `${MARK}thread:`

/** What a format was before somebody changed it. */
export type OldFormat = Maker & { readonly old: unknown }

/** What the review says of a text. */
export type TextNote = {
  readonly track: Track | null
  readonly formats: ReadonlyMap<string, OldFormat>
  readonly threads: readonly number[]
}

/** @returns what the review says of a text. The marks are ours, and no text of an article has them. */
export function noteOf(text: Text): TextNote {
  const formats = new Map<string, OldFormat>()
  const threads: number[] = []
  for (const [name, value] of Object.entries(text)) {
    if (name.startsWith(FORMAT_MARK)) formats.set(name.slice(FORMAT_MARK.length), value as OldFormat)
    else if (name.startsWith(THREAD_MARK)) threads.push(Number(name.slice(THREAD_MARK.length)))
  }
  const track = (text as Shell)[TRACK_MARK] as Track | undefined
  return { track: track ?? null, formats, threads: threads.toSorted((one, other) => one - other) }
}

/** @returns the note of a block, if the review says anything of it. */
export function blockNote(block: object): BlockNote {
  return ((block as Shell)[NOTE] as BlockNote | undefined) ?? {}
}
