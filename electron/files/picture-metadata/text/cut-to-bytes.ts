/** Separators and opening marks that make no sense at the end of a cut text. */
const LOOSE_END = /[\s/|،,؛;:.–—([«"-]/u

function cutBetweenLetters(text: string, limit: number): string {
  let cut = ''
  let length = 0
  for (const { segment } of new Intl.Segmenter('ar').segment(text)) {
    length += Buffer.byteLength(segment)
    if (length > limit) break
    cut += segment
  }
  return cut.trimEnd()
}

/** Looks at each unit of the end once; a regular expression for a run before the end would take quadratic time. */
function trimEndOf(text: string, unwanted: RegExp): string {
  let end = text.length
  while (end > 0 && unwanted.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/**
 * Cuts a text at the end of a word. A first word that is too long is cut between grapheme clusters, so that a letter
 * keeps its harakat.
 * @returns the text as UTF-8 in at most `limit` bytes
 */
export function cutToBytes(text: string, limit: number): Buffer {
  if (Buffer.byteLength(text) <= limit) return Buffer.from(text)
  const letters = cutBetweenLetters(text, limit)
  const isEndOfWord = /\s/u.test(text.charAt(letters.length))
  const words = isEndOfWord ? letters : trimEndOf(letters, /\S/u)
  return Buffer.from(trimEndOf(words, LOOSE_END) || letters)
}
