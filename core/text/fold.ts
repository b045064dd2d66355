/** Letters that readers take for one another or that keyboards mix up, and the letter that stands for them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...Array.from('أإآٱٲٳٵ', (letter) => [letter, 'ا'] as const),
  ...Array.from('ىیېےۍ', (letter) => [letter, 'ي'] as const),
  ...Array.from('ةۃہھەۀۂ', (letter) => [letter, 'ه'] as const),
  ...Array.from('ؤئۓ', (letter) => [letter, 'ء'] as const),
  ...Array.from('کگڪڭ', (letter) => [letter, 'ك'] as const),
  ...Array.from('ڤڥ', (letter) => [letter, 'ف'] as const),
  ['پ', 'ب'],
  ['چ', 'ج'],
  ['ژ', 'ز'],
  ['ۋ', 'و'],
])

/** Tatweel, format characters (bidi marks, joiners, soft hyphen, BOM) and combining marks. */
const SILENT = /[\u0640\p{Cf}\p{M}]/gu
const ARABIC_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/gu
/** A character with its combining marks. Unicode normalisation does not look beyond it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu
// oxlint-disable-next-line no-control-regex -- the range is ASCII, control characters included
const ASCII = /^[\0-\x7F]*$/u

function foldOne(cluster: string): string {
  // Letters before NFKD, which would split the hamza off ؤ and ئ as a mark.
  const letters = Array.from(cluster.normalize('NFKC').toLowerCase(), (letter) => LETTERS.get(letter) ?? letter)
  return letters
    .join('')
    .normalize('NFKD')
    .replaceAll(SILENT, '')
    .replaceAll(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}

/** Folded clusters. A text repeats few clusters, and normalising took most of the time of indexing. */
const cache = new Map<string, string>()
const MAX_CACHED = 4096

function foldCluster(cluster: string): string {
  const cached = cache.get(cluster)
  if (cached !== undefined) return cached
  const folded = foldOne(cluster)
  // A letter with many marks is rare, and not worth caching.
  if (cache.size < MAX_CACHED && cluster.length <= 4) cache.set(cluster, folded)
  return folded
}

/** A folded text, and the origin of each of its UTF-16 units. */
export type FoldedText = {
  folded: string
  /** `map[i]` is the index in the source of `folded[i]`. A last entry holds the source's length. */
  map: number[]
}

/**
 * Folds a text and maps it back to the source, so that a match can be shown in the source.
 * A match from `i` to `j` in `folded` is `map[i]` to `map[j]` in the source, trailing harakat included.
 */
export function foldWithMap(text: string): FoldedText {
  const map: number[] = []
  let folded = ''
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const piece = foldCluster(cluster)
    folded += piece
    for (let unit = 0; unit < piece.length; unit += 1) map.push(index)
  }
  map.push(text.length)
  return { folded, map }
}

/** Characters that fold to themselves unless a mark follows: most of every Arabic text. */
const STABLE = [...range(0x20, 0x7e), ...range(0x0621, 0x064a), ...Array.from('\n«»–—…،؛؟')]
  .filter((character) => foldOne(character) === character)
  .map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
  .join('')
/** The clusters that need folding. */
const UNSTABLE = new RegExp(`[^${STABLE}\\p{M}]\\p{M}*|[${STABLE}]?\\p{M}+`, 'gu')

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_each, place) => String.fromCodePoint(from + place))
}

/**
 * Folds a text, so that spellings of one word become equal: «أحمد» and «احمد», «مدرسة» and «مدرسه», with or without
 * harakat, in Arabic or Latin digits, in upper or lower case.
 * @returns lower-case text without marks; folding it again changes nothing
 */
export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.replaceAll(UNSTABLE, foldCluster)
}
