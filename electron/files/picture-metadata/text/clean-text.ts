/**
 * Controls, what XML forbids, and the directional controls that would reverse the text around them. Joiners and marks are
 * kept.
 */
const UNWANTED = /(?![\s\u0085])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu

/** @returns the text as one line without controls, cut to `longest` UTF-16 units. It is not normalised. */
export function cleanText(text: string, longest: number): string {
  return text
    .replaceAll(UNWANTED, '')
    .replaceAll(/[\s\u0085]+/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, longest)
    .replace(/\p{Cs}$/u, '')
    .trimEnd()
}
