import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import type { PackageProblem } from '#core/export/package/problems.ts'
import { nameKey, pathOf, printableName } from './zip-names.ts'

/** The files of a zip by path; null for a file that could not be unpacked. */
export type ZipContent = { files: Map<string, Uint8Array | null>; problems: PackageProblem[] }

/** Far more than any article needs. A zip that exceeds them was made to exhaust memory. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024
const MAX_ENTRIES = 10_000

/** No text or picture compresses so well. Files below the size are harmless at any ratio. */
const MAX_RATIO = 200
const HARMLESS_BYTES = 8 * 1024 * 1024

const FILE_TYPE_MASK = 0o170000
const REGULAR_FILE = 0o100000
const DIRECTORY = 0o040000

/**
 * Reads an untrusted zip into memory. Names are checked before data is unpacked, and data is counted while it is
 * unpacked, because a zip can declare false sizes.
 * @param isForeign whether it may be of another program, which on Windows may separate folders by backslashes
 * @returns the files in the order of the zip, without those that have a problem, and the problems. Never throws.
 */
export async function readZip(bytes: Uint8Array, { isForeign = false } = {}): Promise<ZipContent> {
  const files = new Map<string, Uint8Array | null>()
  const problems: PackageProblem[] = []
  const names = new Set<string>()
  let room = MAX_UNPACKED_BYTES
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      autoClose: false,
      // The library would stop at the first bad name; `checkEntry` reports each.
      decodeStrings: false,
    })
    if (zip.entryCount > MAX_ENTRIES) return { files, problems: [{ code: 'too-large', path: '' }] }
    for await (const entry of zip.eachEntry()) {
      const { path, problem } = checkEntry(entry, names, isForeign)
      // A zip has each name twice, and a program that unpacks a stream reads the other one.
      const local = await zip.readLocalFileHeaderPromise(entry)
      if (!Buffer.from(entry.fileNameRaw).equals(local.fileName)) problems.push({ code: 'not-a-zip', path })
      else if (problem !== null) problems.push({ code: problem, path })
      else if (!path.endsWith('/')) {
        const data = await unpack(zip, entry, room)
        if (data === 'too-large' || data === 'absurd-ratio')
          return { files, problems: [...problems, { code: data, path }] }
        room -= data?.length ?? 0
        files.set(path, data)
      }
    }
  } catch {
    // The library throws plain errors, all of which mean that this is not a sound zip.
    problems.push({ code: 'not-a-zip', path: '' })
  }
  return { files, problems }
}

type CheckedEntry = { path: string; problem: PackageProblem['code'] | null }

/** @param names the keys of the names so far, to which a good one is added */
function checkEntry(entry: Entry, names: Set<string>, isForeign: boolean): CheckedEntry {
  const path = pathOf(entry, isForeign)
  if (path === null) return { path: printableName(entry), problem: 'unsafe-path' }
  // The upper half holds the Unix file type, if the zip was made on Unix.
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK
  if (type !== 0 && type !== REGULAR_FILE && type !== DIRECTORY) return { path, problem: 'symlink' }
  if (entry.isEncrypted()) return { path, problem: 'encrypted' }
  const key = nameKey(path)
  if (names.has(key)) return { path, problem: 'duplicate-entry' }
  names.add(key)
  return { path, problem: null }
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  room: number,
): Promise<Uint8Array | 'too-large' | 'absurd-ratio' | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > room) return 'too-large'
      if (length > HARMLESS_BYTES && length > entry.compressedSize * MAX_RATIO) return 'absurd-ratio'
      chunks.push(chunk)
    }
  } catch {
    // This file is damaged; the others can still be checked.
    return null
  }
  return Buffer.concat(chunks)
}
