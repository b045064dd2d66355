/** The beginning of a web address. */
const WEB = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/|www\.)/iu

/** What ends a web address that holds Arabic letters. */
const AFTER_WEB = /[\s«»،؛؟"“”<>\u2066-\u2069]/u

export const isWeb = (word: string): boolean => WEB.test(word)

/**
 * @param end where the Latin part of the address ends
 * @returns where the address ends; its path may hold Arabic letters, as those of encyclopaedias do
 */
export function endOfWeb(text: string, start: number, end: number): number {
  const host = text.slice(start, end).replace(WEB, '')
  if (!host.includes('/')) return end
  let at = end
  while (at < text.length && !AFTER_WEB.test(text.charAt(at))) at += 1
  return at
}

/** Whether a word is a handle or a hashtag. */
export const isTag = (word: string): boolean => /^[@#]/u.test(word)

/** Whether a word is a mail address. */
export function isMail(word: string): boolean {
  const at = word.indexOf('@')
  return at > 0 && word.includes('.', at + 2)
}
