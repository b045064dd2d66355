import { TextDecoder } from 'node:util'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import { ContractError } from '#core/contract/errors.ts'

/** The largest text file that is imported, in bytes: more than a thousand pages. */
export const MAX_TEXT_BYTES = 10 * 1024 * 1024

export type DecodedText = {
  text: string
  /** The detected encoding: `utf-8`, `utf-16le`, `utf-16be`, `windows-1256`, `iso-8859-6`. */
  encoding: string
}

/** Encodings that old newsroom programs write, the most common first. */
const LEGACY = ['windows-1256', 'iso-8859-6'] as const

/** The first bytes of files that are not text: zip (docx, odt), OLE (doc), PDF, RTF, pictures, programs. */
const SIGNATURES = [
  '504b0304',
  'd0cf11e0',
  '25504446',
  '7b5c727466',
  '89504e47',
  'ffd8ff',
  '47494638',
  '7f454c46',
  '1f8b08',
]

/**
 * Detects the encoding of a text file and decodes it.
 * @throws ContractError `text-too-large`, `text-empty`, `text-binary`
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > MAX_TEXT_BYTES) throw new ContractError('text-too-large')
  if (bytes.length === 0) throw new ContractError('text-empty')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (SIGNATURES.some((signature) => buffer.toString('hex', 0, 8).startsWith(signature))) {
    throw new ContractError('text-binary')
  }
  const decoded = decodeUnicode(buffer) ?? decodeLegacy(buffer)
  if (decoded === null || !isText(decoded.text)) throw new ContractError('text-binary')
  if (decoded.text.trim() === '') throw new ContractError('text-empty')
  return decoded
}

function decodeUnicode(buffer: Buffer): DecodedText | null {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return decodeStrictly(buffer, 'utf-16le')
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return decodeStrictly(buffer, 'utf-16be')
  const utf16 = utf16WithoutMark(buffer)
  return utf16 === null ? decodeStrictly(buffer, 'utf-8') : decodeStrictly(buffer, utf16)
}

/** @returns null if any byte is invalid: a text with replacement characters must not be stored. */
function decodeStrictly(buffer: Buffer, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(buffer), encoding }
  } catch {
    return null
  }
}

/** Detects UTF-16 without a byte order mark: in Arabic every other byte is 06, and 00 for spaces and digits. */
function utf16WithoutMark(buffer: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = buffer.subarray(0, 4096)
  if (sample.length < 4 || buffer.length % 2 === 1) return null
  const high = [0, 0]
  for (const [index, byte] of sample.entries()) {
    const side = index % 2
    if (byte === 0 || byte === 6) high[side] = (high[side] ?? 0) + 1
  }
  const pairs = sample.length / 2
  const [even = 0, odd = 0] = high
  if (odd / pairs > 0.9 && even / pairs < 0.5) return 'utf-16le'
  return even / pairs > 0.9 && odd / pairs < 0.5 ? 'utf-16be' : null
}

/** Any bytes are valid in these encodings, so the result is accepted only if it looks like Arabic. */
function decodeLegacy(buffer: Buffer): DecodedText | null {
  if (buffer.includes(0)) return null
  const sample = buffer.subarray(0, 64 * 1024)
  const guessed = chardet.analyse(sample).map(({ name }) => name.toLowerCase())
  const scored = LEGACY.map((encoding) => ({ encoding, share: arabicShare(iconv.decode(sample, encoding)) }))
  // The share of Arabic decides first: chardet's guess is unreliable on a few words.
  const [best] = scored.toSorted((a, b) => b.share - a.share || rank(guessed, a.encoding) - rank(guessed, b.encoding))
  if (best === undefined || best.share <= 0.5) return null
  return { text: iconv.decode(buffer, best.encoding), encoding: best.encoding }
}

function rank(guessed: readonly string[], name: string): number {
  const index = guessed.indexOf(name)
  return index === -1 ? guessed.length : index
}

/** @returns the share of Arabic letters and punctuation among the characters that are not ASCII, from 0 to 1. */
function arabicShare(text: string): number {
  const foreign = text.match(/[^\p{ASCII}]/gu) ?? []
  // The wrong encoding gives rare letters; a real text consists mostly of these.
  const common = foreign.filter((character) => /[\u0621-\u063A\u0641-\u064A«»“”‘’،؛؟–—… ]/u.test(character))
  return foreign.length === 0 ? 0 : common.length / foreign.length
}

/** Whether a text has almost no control characters but line ends and tabs. */
function isText(text: string): boolean {
  const sample = text.slice(0, 100_000)
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  const controls = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\uFFFD]/gu)?.length ?? 0
  return !sample.includes('\0') && controls <= sample.length / 200
}
