/**
 * Letters in the order of an Arabic dictionary, as CLDR has it. Each becomes one ASCII character from ':' on, after the digits
 * and before a to z, so that bytes compare as readers expect and Arabic comes before Latin.
 */
const ALPHABET = 'ابپتثجچحخدذرزژسشصضطظعغفڤقكگلمنهوي'
const FIRST = ':'.codePointAt(0) ?? 0

const RANKS: ReadonlyMap<string, string> = new Map([
  ...Array.from(ALPHABET, (letter, place) => [letter, String.fromCodePoint(FIRST + place)] as const),
])

/** Letters that are sorted as others: the hamza as alef, whatever carries it, «آ» as two, «ة» as «ت» and «ى» as «ي». */
const SAME: ReadonlyMap<string, string> = new Map([
  ...Array.from('ءأإٱؤئ', (letter) => [letter, 'ا'] as const),
  ['آ', 'اا'],
  ['ة', 'ت'],
  ...Array.from('ىیې', (letter) => [letter, 'ي'] as const),
  ...Array.from('کڪڭ', (letter) => [letter, 'ك'] as const),
  ...Array.from('ہھە', (letter) => [letter, 'ه'] as const),
])

const WORD = /[\p{L}\p{N}]+/gu
const SILENT = /[\u0640\p{Cf}\p{M}]/gu
const ARABIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/gu

/** Longer texts are compared by their beginning. */
const LONGEST = 80

/** Sorts after every text. */
const LAST = '\u{10FFFD}'

/**
 * @returns a key whose bytes compare as an Arabic reader sorts the texts: «إبراهيم» beside «ابراهيم», digits first, then
 *   Arabic, then Latin. Harakat, punctuation and quotation marks do not count. A text without a word comes last.
 */
export function sortKey(text: string): string {
  const bare = Array.from(text.normalize('NFKC').toLowerCase(), (letter) => SAME.get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replaceAll(SILENT, '')
    .replaceAll(ARABIC_DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
  const words = (bare.match(WORD) ?? []).join(' ').slice(0, LONGEST)
  if (words === '') return LAST
  return Array.from(words, (letter) => RANKS.get(letter) ?? letter).join('')
}
