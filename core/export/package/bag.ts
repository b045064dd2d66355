import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { KEY_FILE, SIGNATURE_FILE, SIGNED_FILE, signerFields, type Signer } from './signature.ts'

/** A file of a package; `path` has forward slashes. */
export type PackageFile = { path: string; bytes: Uint8Array }

const ALGORITHMS = {
  sha256: (bytes: Uint8Array): string => bytesToHex(sha256(bytes)),
  sha512: (bytes: Uint8Array): string => bytesToHex(sha512(bytes)),
}

/** RFC 8493, 2.1.3: line breaks and the percent sign of a path are percent-encoded. */
function manifestPath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')
}

/** Two spaces, so that `sha256sum -c` reads it too. */
function manifest(algorithm: keyof typeof ALGORITHMS, files: readonly PackageFile[]): Uint8Array {
  const digest = ALGORITHMS[algorithm]
  return utf8ToBytes(files.map(({ path, bytes }) => `${digest(bytes)}  ${manifestPath(path)}\n`).join(''))
}

/** Orders the files of a package by UTF-16 code unit, the same on every machine. */
export function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path)
}

/**
 * Puts payload files into a BagIt 1.0 bag (RFC 8493). There is no `Bagging-Date`, so that the same
 * article makes the same bytes.
 * @param payload paths relative to `data/`.
 * @param identifier becomes `External-Identifier`. Line breaks, which would forge a field, are removed.
 * @param signer who signs it; null for a bag that proves no origin.
 * @returns all files of the bag, sorted, relative to its top folder.
 */
export function makeBag(
  payload: readonly PackageFile[],
  identifier: string,
  signer: Signer | null = null,
): PackageFile[] {
  const data = payload.map(({ path, bytes }) => ({ path: `data/${path}`, bytes })).toSorted(byPath)
  const octets = data.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const info = [
    'Bag-Software-Agent: Midad',
    `External-Identifier: ${identifier.replaceAll(/[\r\n]/gu, ' ')}`,
    `Payload-Oxum: ${octets}.${data.length}`,
    ...(signer === null ? [] : signerFields(signer)),
  ]
  const tags = [
    { path: 'bag-info.txt', bytes: utf8ToBytes(`${info.join('\n')}\n`) },
    { path: 'bagit.txt', bytes: utf8ToBytes('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    { path: 'manifest-sha256.txt', bytes: manifest('sha256', data) },
    { path: 'manifest-sha512.txt', bytes: manifest('sha512', data) },
    ...(signer === null ? [] : [{ path: KEY_FILE, bytes: utf8ToBytes(signer.pem) }]),
  ]
  const signed = { path: SIGNED_FILE, bytes: manifest('sha256', tags) }
  const signature = signer === null ? [] : [{ path: SIGNATURE_FILE, bytes: signer.sign(signed.bytes) }]
  return [...data, ...tags, signed, ...signature].toSorted(byPath)
}
