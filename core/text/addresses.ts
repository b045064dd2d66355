/** An address as people write it: with its scheme, or beginning with `www.`. */
const WEB = /^(?:https?:\/\/[^\s/?#@]+|www\.[^\s/?#@.]+(?:\.[^\s/?#@.]+)+)(?:[/?#]\S*)?$/iu
const MAIL = /^(?:mailto:)?[^\s@/:,;<>()«»"]+@(?:[^\s@/.]+\.)+\p{L}{2,}$/iu

const OPENING = /^[«"'“‘([{]+/u
const CLOSING = /[.,:;!?،؛؟…»"'”’\])}]$/u

/** The longest address that is looked for. In UTF-16 units. */
const LONGEST = 2048

/** @returns an address with its scheme: one without a scheme gets `https://`, an e-mail address `mailto:`. */
export function completeUrl(typed: string): string {
  const url = typed.trim()
  if (url === '' || /^[a-z][a-z0-9+.-]*:/iu.test(url)) return url
  return /^[^\s@/]+@(?:[^\s@/.]+\.)+[^\s@/.]+$/u.test(url) ? `mailto:${url}` : `https://${url}`
}

/** @returns the address that a text consists of, with its scheme; null for any other text. */
export function addressOf(text: string): string | null {
  const word = text.trim()
  if (word.length > LONGEST || !(WEB.test(word) || MAIL.test(word))) return null
  return completeUrl(word)
}

/** An address at the end of a text, and where it stands, in UTF-16 units. */
export type WrittenAddress = { url: string; start: number; end: number }

/**
 * Finds the address that was just written.
 * @param before the text of a line up to the caret
 * @returns the address without the punctuation around it; null if the last word is none
 */
export function addressBefore(before: string): WrittenAddress | null {
  const tail = before.slice(-LONGEST)
  const word = tail.split(/\s/u).at(-1) ?? ''
  if (word.length === LONGEST) return null
  const opening = OPENING.exec(word)?.[0].length ?? 0
  let bare = word.slice(opening)
  while (CLOSING.test(bare) && !isBalanced(bare)) bare = bare.slice(0, -1)
  const url = addressOf(bare)
  const start = before.length - word.length + opening
  return url === null ? null : { url, start, end: start + bare.length }
}

/** A bracket at the end belongs to the address if it is opened there, as Wikipedia's are. */
function isBalanced(word: string): boolean {
  const count = (sign: string): number => word.split(sign).length
  return word.endsWith(')') && count('(') === count(')')
}
