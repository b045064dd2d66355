import iconv from 'iconv-lite'

/** An encoding that a file declares; null when it declares none that we know. */
export type DeclaredEncoding = 'utf-8' | 'iso-8859-6' | 'windows-1252' | null

const ARABIC_PAIR = /(?:(?=\p{L})\p{scx=Arabic}){2}/u
const ARABIC_IN_LATIN_WORD = /\p{Script=Latin}\p{scx=Arabic}|\p{scx=Arabic}\p{Script=Latin}/u

/** What can reverse the lines around it when it is not closed, and what no reader sees. Joiners and marks stay. */
const UNWANTED = /(?![\s\u0085])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** The signs that windows-1252 has where Latin-1 has controls, by sign. */
const WINDOWS_SIGNS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 0x20 }, (_each, index) => 0x80 + index)
    .map((byte) => [iconv.decode(Buffer.from([byte]), 'windows-1252'), byte] as const)
    .filter(([sign]) => sign !== '\uFFFD'),
)

/**
 * @returns the text of bytes that are UTF-8 throughout, or null. A last letter that was cut in two is left out: the
 * fields of IPTC are short, and programs cut Arabic, which takes two bytes a letter, in the middle of one.
 */
function utf8(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    // One foreign byte at the end of ASCII is no cut letter of UTF-8, but a letter of another encoding.
    const isCut = Buffer.byteLength(text) < bytes.length
    return isCut && /^\p{ASCII}*$/u.test(text) ? null : text
  } catch {
    return null
  }
}

/** windows-1256 unless that puts single Arabic signs inside Latin words, as it does to the umlauts of windows-1252. */
function undeclared(bytes: Buffer): string {
  const text = iconv.decode(bytes, 'windows-1256')
  const isLatin = ARABIC_IN_LATIN_WORD.test(text) && !ARABIC_PAIR.test(text)
  return isLatin ? iconv.decode(bytes, 'windows-1252') : text
}

/**
 * Decodes one value of IPTC or EXIF. What is valid UTF-8 is UTF-8, whatever its file declares: no Arabic text of an
 * older encoding happens to be. The rest is what the file declares, else what Windows programs of the Arab world write.
 */
export function decodeValue(bytes: Buffer, declared: DeclaredEncoding = null): string {
  const text = utf8(bytes)
  if (text !== null) return text
  if (declared !== null && declared !== 'utf-8') return iconv.decode(bytes, declared)
  const damaged = bytes.toString('utf8')
  // With not one whole letter of UTF-8 in it, a declaration lies; without a declaration, it takes Arabic to believe it.
  const isDamagedUtf8 = declared === 'utf-8' ? /[^\p{ASCII}\uFFFD]/u.test(damaged) : ARABIC_PAIR.test(damaged)
  return isDamagedUtf8 ? damaged : undeclared(bytes)
}

/**
 * Mends UTF-8 that somebody read as Latin-1 or windows-1252 and wrote again («Ø§Ù„» for «ال»), when that is certain:
 * every sign of it is a byte of valid UTF-8, and they spell Arabic.
 * @returns the text mended, or as it was.
 */
export function mend(text: string): string {
  const bytes: number[] = []
  for (const sign of text) {
    const byte = WINDOWS_SIGNS.get(sign) ?? sign.codePointAt(0) ?? 0
    if (byte > 0xff) return text
    bytes.push(byte)
  }
  const mended = utf8(Uint8Array.from(bytes))
  return mended !== null && ARABIC_PAIR.test(mended) ? mended : text
}

/** @returns a text as one line without controls, and no longer than it may be. Its letters stay as they were composed. */
export function cleanText(text: string, longest: number): string {
  return text
    .replaceAll(UNWANTED, '')
    .replaceAll(/[\s\u0085]+/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, longest)
    .replace(/\p{Cs}$/u, '')
    .trimEnd()
}
