import { TextDecoder } from 'node:util'
import { crc32 } from 'node:zlib'
import iconv from 'iconv-lite'
import type { Entry } from 'yauzl'

/** Bit 11 of the general purpose flags: the name is UTF-8 (APPNOTE 6.3, appendix D). */
const IS_UTF8 = 0x0800
/** The extra field that holds the name in UTF-8 beside the one in a code page (APPNOTE 6.3, section 4.6.9). */
const UNICODE_PATH = 0x7075
/** The systems whose programs may separate folders by a backslash: FAT and NTFS (APPNOTE 6.3, section 4.4.2). */
const WINDOWS: ReadonlySet<number> = new Set([0, 10])

/** What an Arabic name may hold: the letters and marks of windows-1256, and what stands between them. */
const ARABIC = /^[\p{ASCII}\u0621-\u063A\u0640-\u0652،؛؟«»–—\u00A0\u200C-\u200D\u067E\u0686\u0698\u06A9\u06AF]+$/u
const ARABIC_LETTER = /[\u0621-\u063A\u0641-\u064A]/u
const LATIN = /^[\p{ASCII}\p{Script=Latin}]+$/u
/** «Mبlaga»: á in a code page of western Europe is ب in the Arabic one. */
const MIXED_WORD = /[A-Za-z][\u0621-\u064A]|[\u0621-\u064A][A-Za-z]/u

const isArabic = (name: string): boolean => ARABIC.test(name) && ARABIC_LETTER.test(name)

/**
 * The code pages in which programs write names without saying so, and what a name that was written in each looks like.
 * Any bytes are valid in any of them, so only such a name is believed. Windows writes names in its ANSI code page or in
 * its OEM code page, which is 720 for Arabic; the format itself names 437.
 */
const CODE_PAGES: readonly (readonly [encoding: string, looksRight: (name: string) => boolean])[] = [
  ['windows-1256', isArabic],
  ['cp720', (name) => isArabic(name) && !MIXED_WORD.test(name)],
  ['cp437', (name) => LATIN.test(name)],
]

function decodeUtf8(raw: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return null
  }
}

/** @returns the name in the extra field, unless another program has changed the name since. */
function unicodePath({ fileNameRaw, extraFields }: Entry): string | null {
  const data = extraFields.find(({ id }) => id === UNICODE_PATH)?.data
  if (data === undefined || data.length < 5 || data[0] !== 1) return null
  return data.readUInt32LE(1) === crc32(fileNameRaw) ? decodeUtf8(data.subarray(5)) : null
}

/** @returns the name of an entry, whatever it was written in; null when that cannot be told. */
function decodeName(entry: Entry): string | null {
  const said = (entry.generalPurposeBitFlag & IS_UTF8) === 0 ? unicodePath(entry) : null
  // Names on a Mac are UTF-8 without the flag.
  const unicode = said ?? decodeUtf8(entry.fileNameRaw)
  if (unicode !== null) return unicode
  for (const [encoding, looksRight] of CODE_PAGES) {
    const name = iconv.decode(Buffer.from(entry.fileNameRaw), encoding)
    if (looksRight(name)) return name
  }
  return null
}

/** @returns whether a path stays inside the folder that it is unpacked into, on every operating system. */
function isSafePath(path: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what it refuses
  if (path === '' || path.length > 1024 || /[\0-\x1f\x7f\\:]/u.test(path)) return false
  const parts = path.endsWith('/') ? path.slice(0, -1).split('/') : path.split('/')
  return parts.every((part) => part !== '' && part !== '.' && part !== '..')
}

/**
 * @param isForeign whether a program on Windows may have separated the folders by backslashes
 * @returns the path of an entry; null for one that cannot be read or that leads outside.
 */
export function pathOf(entry: Entry, isForeign: boolean): string | null {
  const name = decodeName(entry)
  const isOfWindows = isForeign && WINDOWS.has(entry.versionMadeBy >>> 8)
  const path = isOfWindows ? (name?.replaceAll('\\', '/') ?? null) : name
  return path !== null && isSafePath(path) ? path : null
}

/** @returns the bytes of a name that cannot be read, for a person. */
export function printableName({ fileNameRaw }: Entry): string {
  return Buffer.from(fileNameRaw)
    .toString('utf8')
    .replaceAll(/\p{Cc}/gu, '\uFFFD')
    .slice(0, 1024)
}

/** @returns what is the same for two names that are one file on many systems: they differ in case or normalisation. */
export function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
