/** The speed of silent reading in Arabic (Brysbaert 2019, a review of reading rates). */
const WORDS_PER_MINUTE = 181

/** @returns the reading time of a number of words in whole minutes: at least 1, but 0 for no words. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_PER_MINUTE))
}
