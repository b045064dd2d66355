/** Letters that readers take for one another, or that keyboards and hands mix up, and the one that stands for them. */
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

/** Tatweel, format characters (bidi marks, joiners, the soft hyphen, BOM) and whatever combines with a letter. */
const SILENT = /[\u0640\p{Cf}\p{M}]/gu
const ARABIC_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/gu
/** A character with what combines with it: the unit in which Unicode normalisation works. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu
// oxlint-disable-next-line no-control-regex -- the range is ASCII itself, control characters included
const ASCII = /^[\0-\x7F]*$/u

function foldOne(cluster: string): string {
  // Letters first: decomposed, the hamza of ؤ and ئ would be lost with the other marks.
  const letters = Array.from(cluster.normalize('NFKC').toLowerCase(), (letter) => LETTERS.get(letter) ?? letter)
  return letters
    .join('')
    .normalize('NFKD')
    .replaceAll(SILENT, '')
    .replaceAll(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}

/** A text has few clusters, and each many times: normalising them again took most of the time of the search index. */
const known = new Map<string, string>()
const MOST_KNOWN = 4096

function foldCluster(cluster: string): string {
  const before = known.get(cluster)
  if (before !== undefined) return before
  const folded = foldOne(cluster)
  // Marks may be heaped on a letter without end; such clusters are not kept.
  if (known.size < MOST_KNOWN && cluster.length <= 4) known.set(cluster, folded)
  return folded
}

/** A folded text, and where each of its UTF-16 units comes from. */
export type FoldedText = {
  folded: string
  /** `map[i]` is the UTF-16 index in the source of `folded[i]`; one entry more holds the source's length. */
  map: number[]
}

/**
 * Folds a text for comparison and remembers the way back, so that a match can be shown in the original.
 * A match from `i` to `j` in `folded` is the source's `map[i]` to `map[j]`, trailing harakat included.
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

/** What stays as it is, when nothing combines with it: most of every Arabic text. */
const STABLE = [...range(0x20, 0x7e), ...range(0x0621, 0x064a), ...Array.from('\n«»–—…،؛؟')]
  .filter((character) => foldOne(character) === character)
  .map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
  .join('')
/** All other clusters. */
const UNSTABLE = new RegExp(`[^${STABLE}\\p{M}]\\p{M}*|[${STABLE}]?\\p{M}+`, 'gu')

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_each, place) => String.fromCodePoint(from + place))
}

/**
 * Folds a text so that two spellings which a reader takes for the same word become equal: «أحمد» and «احمد»,
 * «مدرسة» and «مدرسه», with harakat or without, in Arabic or Latin digits, in capitals or not.
 * @returns lower-case text without marks; idempotent.
 */
export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.replaceAll(UNSTABLE, foldCluster)
}
