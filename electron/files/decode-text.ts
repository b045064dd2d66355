import { TextDecoder } from 'node:util'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import { ContractError } from '#core/contract/errors.ts'

/** The largest text that is taken in, in bytes: a thousand pages, and then some. */
export const MAX_TEXT_BYTES = 10 * 1024 * 1024

export type DecodedText = {
  text: string
  /** The encoding that was found: `utf-8`, `utf-16le`, `utf-16be`, `windows-1256`, `iso-8859-6`. */
  encoding: string
}

/** Encodings of old Arabic newsrooms, the likelier first. */
const LEGACY = ['windows-1256', 'iso-8859-6'] as const

/** The first bytes of files that people take for texts: zip (docx, odt), OLE (doc), PDF, RTF, pictures, programs. */
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
 * Decodes the bytes of a text file, whatever an Arabic newsroom may have saved it in.
 * @throws ContractError `text-too-large`, `text-empty`, `text-binary`.
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

/** @returns null when a single byte does not fit: half-decoded words would be stored as they are. */
function decodeStrictly(buffer: Buffer, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(buffer), encoding }
  } catch {
    return null
  }
}

/** Arabic in UTF-16 has 06 in every other byte, and every space and digit has 00 there. */
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

/** Any bytes can be read in any of these, so the result must look like Arabic before it is believed. */
function decodeLegacy(buffer: Buffer): DecodedText | null {
  if (buffer.includes(0)) return null
  const sample = buffer.subarray(0, 64 * 1024)
  const guessed = chardet.analyse(sample).map(({ name }) => name.toLowerCase())
  const scored = LEGACY.map((encoding) => ({ encoding, share: arabicShare(iconv.decode(sample, encoding)) }))
  // By their share first: on a few words the guess is worth little.
  const [best] = scored.toSorted((a, b) => b.share - a.share || rank(guessed, a.encoding) - rank(guessed, b.encoding))
  if (best === undefined || best.share <= 0.5) return null
  return { text: iconv.decode(buffer, best.encoding), encoding: best.encoding }
}

function rank(guessed: readonly string[], name: string): number {
  const index = guessed.indexOf(name)
  return index === -1 ? guessed.length : index
}

/** @returns how much of what is not ASCII is Arabic letters and the signs that go with them. */
function arabicShare(text: string): number {
  const foreign = text.match(/[^\p{ASCII}]/gu) ?? []
  // A mangled file reads as rare letters; a real one is mostly made of these.
  const common = foreign.filter((sign) => /[\u0621-\u063A\u0641-\u064A«»“”‘’،؛؟–—… ]/u.test(sign))
  return foreign.length === 0 ? 0 : common.length / foreign.length
}

/** A text has line ends and tabs, and next to no other control characters. */
function isText(text: string): boolean {
  const sample = text.slice(0, 100_000)
  // oxlint-disable-next-line no-control-regex -- these are what it looks for
  const controls = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\uFFFD]/gu)?.length ?? 0
  return !sample.includes('\0') && controls <= sample.length / 200
}
