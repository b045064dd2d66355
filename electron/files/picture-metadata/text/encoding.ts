import iconv from 'iconv-lite'

/** The encoding that an IPTC block declares; null when it declares none, or one that is not supported. */
export type DeclaredEncoding = 'utf-8' | 'iso-8859-6' | 'windows-1252' | null

const ARABIC_PAIR = /(?:(?=\p{L})\p{scx=Arabic}){2}/u
const ARABIC_IN_LATIN_WORD = /\p{Script=Latin}\p{scx=Arabic}|\p{scx=Arabic}\p{Script=Latin}/u

/** The characters of windows-1252 that stand where Latin-1 has controls, with their bytes. */
const WINDOWS_1252_BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 0x20 }, (_each, index) => 0x80 + index)
    .map((byte) => [iconv.decode(Buffer.from([byte]), 'windows-1252'), byte] as const)
    .filter(([character]) => character !== '\uFFFD'),
)

/**
 * @returns the text of valid UTF-8, or null for other bytes. An incomplete last letter is dropped: IPTC's fields are
 *   short, and programs cut Arabic, with its two bytes a letter, in the middle of one.
 */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    // One byte over after plain ASCII is a letter of another encoding, not half a letter of UTF-8.
    const isCut = Buffer.byteLength(text) < bytes.length
    return isCut && /^\p{ASCII}*$/u.test(text) ? null : text
  } catch {
    return null
  }
}

/** Decodes windows-1256, or windows-1252 if the first would put single Arabic letters into Latin words. */
function decodeUndeclared(bytes: Buffer): string {
  const text = iconv.decode(bytes, 'windows-1256')
  const isLatin = ARABIC_IN_LATIN_WORD.test(text) && !ARABIC_PAIR.test(text)
  return isLatin ? iconv.decode(bytes, 'windows-1252') : text
}

/**
 * Decodes a text of IPTC or EXIF. Valid UTF-8 is UTF-8 whatever the file declares, because Arabic in an older encoding
 * is never valid UTF-8 by chance. Other bytes are in the declared encoding; if none is declared, they are in
 * windows-1256, which Windows programs of the Arab world write, or in windows-1252.
 */
export function decodeText(bytes: Buffer, declared: DeclaredEncoding = null): string {
  const text = decodeUtf8(bytes)
  if (text !== null) return text
  if (declared !== null && declared !== 'utf-8') return iconv.decode(bytes, declared)
  const damaged = bytes.toString('utf8')
  // UTF-8 was declared: one whole letter of it proves that. If nothing was declared, it takes two letters of Arabic.
  const isDamagedUtf8 = declared === 'utf-8' ? /[^\p{ASCII}\uFFFD]/u.test(damaged) : ARABIC_PAIR.test(damaged)
  return isDamagedUtf8 ? damaged : decodeUndeclared(bytes)
}

/**
 * Repairs UTF-8 that a program read as Latin-1 or windows-1252 and encoded again («Ø§Ù„» for «ال»). Only a certain case
 * is repaired: every character is one byte of valid UTF-8, and the bytes spell Arabic.
 * @returns the repaired text, or the text unchanged
 */
export function repairDoubleEncoding(text: string): string {
  const bytes: number[] = []
  for (const character of text) {
    const byte = WINDOWS_1252_BYTES.get(character) ?? character.codePointAt(0) ?? 0
    if (byte > 0xff) return text
    bytes.push(byte)
  }
  const repaired = decodeUtf8(Uint8Array.from(bytes))
  return repaired !== null && ARABIC_PAIR.test(repaired) ? repaired : text
}
