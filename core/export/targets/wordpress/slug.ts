/** WordPress keeps a slug percent-encoded in a column of this many bytes, and cuts what is longer anywhere, even within a letter. */
const MAX_ENCODED = 200

const encodedLength = (text: string): number => encodeURIComponent(text).length

/**
 * Makes a slug out of a text: letters of every script and digits, a hyphen between words; harakat, tatweel and controls go.
 * @returns what fits the column, cut at a word's end (a single longer word within itself); empty when nothing is left.
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
