import { TextDecoder } from 'node:util'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import type { PackageProblem } from '#core/export/package/problems.ts'

/** What a zip held. `bytes` is null for a file whose data could not be unpacked. */
export type ZipContent = { files: Map<string, Uint8Array | null>; problems: PackageProblem[] }

/** Far beyond any article; what passes them was made to exhaust whoever unpacks it. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024
const MAX_ENTRIES = 10_000

/** No text and no picture shrinks so far; below the size nobody is hurt. */
const MAX_RATIO = 200
const HARMLESS_BYTES = 8 * 1024 * 1024

const FILE_TYPE_MASK = 0o170000
const REGULAR_FILE = 0o100000
const DIRECTORY = 0o040000

/**
 * Reads a zip that may come from anyone. Nothing is written anywhere; names are looked at before data, and data
 * is counted while it is unpacked, whatever sizes the zip claims.
 * @returns the files by path, in the order of the zip; those with a problem of their own are left out.
 */
export async function readZip(bytes: Uint8Array): Promise<ZipContent> {
  const files = new Map<string, Uint8Array | null>()
  const problems: PackageProblem[] = []
  const names = new Set<string>()
  let room = MAX_UNPACKED_BYTES
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      autoClose: false,
      // Names are judged below, so that each bad one is reported and not only the first.
      decodeStrings: false,
    })
    if (zip.entryCount > MAX_ENTRIES) return { files, problems: [{ code: 'too-large', path: '' }] }
    for await (const entry of zip.eachEntry()) {
      const { path, problem } = judge(entry, names)
      // A zip says each name twice; who unpacks it as it comes reads the other one.
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
    // The library has one kind of error for everything that is no zip.
    problems.push({ code: 'not-a-zip', path: '' })
  }
  return { files, problems }
}

type Judgement = { path: string; problem: PackageProblem['code'] | null }

function judge(entry: Entry, names: Set<string>): Judgement {
  const path = decodeName(entry.fileNameRaw)
  if (path === null || !isSafePath(path)) return { path: printable(entry.fileNameRaw), problem: 'unsafe-path' }
  // The upper half holds Unix permissions and file type, when the zip was made on such a system.
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK
  if (type !== 0 && type !== REGULAR_FILE && type !== DIRECTORY) return { path, problem: 'symlink' }
  if (entry.isEncrypted()) return { path, problem: 'encrypted' }
  // Where names differ only by case or by composition, one file would overwrite the other on many systems.
  const key = path.normalize('NFC').toLowerCase()
  if (names.has(key)) return { path, problem: 'duplicate-entry' }
  names.add(key)
  return { path, problem: null }
}

function decodeName(raw: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return null
  }
}

/** @returns whether a path stays inside the folder that it is unpacked into, on every system. */
function isSafePath(path: string): boolean {
  // oxlint-disable-next-line no-control-regex -- a control character in a name is a trick
  if (path === '' || path.length > 1024 || /[\0-\x1f\x7f\\:]/u.test(path)) return false
  const parts = path.endsWith('/') ? path.slice(0, -1).split('/') : path.split('/')
  return parts.every((part) => part !== '' && part !== '.' && part !== '..')
}

function printable(raw: Uint8Array): string {
  return Buffer.from(raw)
    .toString('utf8')
    .replaceAll(/\p{Cc}/gu, '\uFFFD')
    .slice(0, 1024)
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
    // Damaged inside: the rest of the package can still be told about.
    return null
  }
  return Buffer.concat(chunks)
}
