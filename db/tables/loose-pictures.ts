import type { ReadDb, WriteDb } from '../handles.ts'
import { getMark, setMark } from './marks.ts'

/** A picture of an article that was removed for good, and when, ISO 8601. Other articles may still use it. */
export type LoosePicture = { hash: string; at: string }

/** @returns the pictures that may be unused, and were not checked yet. */
export function loosePictures(db: ReadDb): LoosePicture[] {
  return getMark(db, 'loose-pictures') ?? []
}

/** Records the pictures of an article that is being removed, in the same transaction. */
export function loosenPictures(db: WriteDb, hashes: readonly string[], at: string): void {
  if (hashes.length === 0) return
  const fresh = new Set(hashes)
  const others = loosePictures(db).filter(({ hash }) => !fresh.has(hash))
  setMark(db, 'loose-pictures', [...others, ...[...fresh].map((hash) => ({ hash, at }))])
}

/** Removes pictures from the list: they were checked, or added again. */
export function forgetLoose(db: WriteDb, hashes: readonly string[]): void {
  const loose = loosePictures(db)
  const known = new Set(hashes)
  const left = loose.filter(({ hash }) => !known.has(hash))
  if (left.length < loose.length) setMark(db, 'loose-pictures', left)
}

/**
 * @returns those of the known hashes that occur anywhere in a text: in any field, also of an unknown block, and inside a
 *   longer run of hexadecimal digits.
 */
export function hashesIn(text: string, among: ReadonlySet<string>): string[] {
  return (text.match(/[0-9a-f]{64,}/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 63 }, (_each, at) => run.slice(at, at + 64)).filter((hash) => among.has(hash)),
  )
}
