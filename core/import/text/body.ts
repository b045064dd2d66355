import type { SourceLine } from './source-lines.ts'

/** A title is not longer; a paragraph that lacks its full stop mostly is. */
const MAX_TITLE_WORDS = 20
const MAX_SUBHEAD_WORDS = 9
const BULLET = /^[•●▪◦‣·▸►✓■□*]\s*|^[-–—]\s+/u

/** @returns whether a line reads as a sentence or more: it ends as one, or is too long for a title. */
export function isSentence({ ending, words }: SourceLine): boolean {
  if (words > MAX_TITLE_WORDS) return true
  return words >= 4 && /[.۔:؛،…]/u.test(ending)
}

/** @returns whether a line could be a headline: long enough to say something, short, and no sentence with a full stop. */
export function isTitle(line: SourceLine): boolean {
  return line.words <= MAX_TITLE_WORDS && !/[.۔:؛،]/u.test(line.ending)
}

/** @returns whether a line within the text could be a subhead. */
export function isShortTitle(line: SourceLine): boolean {
  return line.words <= MAX_SUBHEAD_WORDS && !/[.۔؛،!…]/u.test(line.ending)
}

/** @returns an item of a list without its bullet, or null for a line that has none. */
export function cutBullet(text: string): string | null {
  const match = BULLET.exec(text)
  return match === null || match[0].length === text.length ? null : text.slice(match[0].length)
}
