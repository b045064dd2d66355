import type { ReadDb, WriteDb } from '../handles.ts'
import { getMark, setMark } from './marks.ts'

/** A picture of something that was thrown away for good, and when that was, ISO 8601. Perhaps nothing else refers to it. */
export type LoosePicture = { hash: string; at: string }

/** @returns the pictures that may have become nobody's, and were not looked into yet. */
export function loosePictures(db: ReadDb): LoosePicture[] {
  return getMark(db, 'loose-pictures') ?? []
}

/** Notes pictures whose article is being thrown away, in the same transaction. */
export function loosenPictures(db: WriteDb, hashes: readonly string[], at: string): void {
  if (hashes.length === 0) return
  const fresh = new Set(hashes)
  const others = loosePictures(db).filter(({ hash }) => !fresh.has(hash))
  setMark(db, 'loose-pictures', [...others, ...[...fresh].map((hash) => ({ hash, at }))])
}

/** Takes pictures off the list again: they were looked into, or somebody put them in anew. */
export function forgetLoose(db: WriteDb, hashes: readonly string[]): void {
  const loose = loosePictures(db)
  const known = new Set(hashes)
  const left = loose.filter(({ hash }) => !known.has(hash))
  if (left.length < loose.length) setMark(db, 'loose-pictures', left)
}

/**
 * @returns those of some hashes that stand anywhere in a text: in whatever field, also of a block that this version does not
 * know, and within a longer row of such letters.
 */
export function hashesIn(text: string, among: ReadonlySet<string>): string[] {
  return (text.match(/[0-9a-f]{64,}/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 63 }, (_each, at) => run.slice(at, at + 64)).filter((hash) => among.has(hash)),
  )
}
