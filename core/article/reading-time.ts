/** How many Arabic words a reader takes in within a minute, in silence (Brysbaert 2019, review of reading rates). */
const WORDS_PER_MINUTE = 181

/** @returns how long a text of so many words takes to read, in whole minutes; at least one, but none for no words. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_PER_MINUTE))
}
