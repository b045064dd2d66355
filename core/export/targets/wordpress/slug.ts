/** WordPress stores a slug percent-encoded in a column of this many bytes, and cuts a longer one even inside a letter. */
const MAX_ENCODED = 200

const encodedLength = (text: string): number => encodeURIComponent(text).length

/**
 * Makes a slug from a text: letters of every script and digits, with hyphens between words. Harakat, tatweel and format
 * characters are removed.
 * @returns as many words as fit the column, or a part of the first; empty if nothing is left.
 */
export function wordpressSlug(text: string): string {
  const words = text
    .normalize('NFC')
    .replaceAll(/\u0640|[\u064B-\u065F]|\u0670|\p{Cf}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (encodedLength(longer) > MAX_ENCODED) break
    slug = longer
  }
  return slug === '' ? cutWord(words[0] ?? '') : slug
}

function cutWord(word: string): string {
  let cut = ''
  for (const letter of word) {
    if (encodedLength(cut + letter) > MAX_ENCODED) break
    cut += letter
  }
  return cut
}
