import type { SourceLine } from './source-lines.ts'

/** A title is at most this long; a paragraph without a full stop is mostly longer. */
const MAX_TITLE_WORDS = 20
const MAX_SUBHEAD_WORDS = 9
const BULLET = /^[•●▪◦‣·▸►✓■□*]\s*|^[-–—]\s+/u

/** @returns whether a line is a sentence or more: it ends like one, or is too long for a title. */
export function isSentence({ ending, words }: SourceLine): boolean {
  if (words > MAX_TITLE_WORDS) return true
  return words >= 4 && /[.۔:؛،…]/u.test(ending)
}

/** @returns whether a line could be a headline: neither too short nor too long, and without a full stop. */
export function isTitle(line: SourceLine): boolean {
  return line.words <= MAX_TITLE_WORDS && !/[.۔:؛،]/u.test(line.ending)
}

/** @returns whether a line within the text could be a subhead. */
export function isShortTitle(line: SourceLine): boolean {
  return line.words <= MAX_SUBHEAD_WORDS && !/[.۔؛،!…]/u.test(line.ending)
}

/** @returns the text of a list item without its bullet; null for a line without a bullet. */
export function cutBullet(text: string): string | null {
  const match = BULLET.exec(text)
  return match === null || match[0].length === text.length ? null : text.slice(match[0].length)
}
