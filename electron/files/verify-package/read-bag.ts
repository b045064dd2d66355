import type { PackageProblem } from '#core/export/package/problems.ts'
import { readZip } from '../zip-read.ts'
import { checkBag, type BagFiles, type BagReport } from './bag.ts'
import { readSignature, type PackageSigner } from './signature.ts'

/**
 * The tag files that every bag of ours has, though RFC 8493 does not require all of them. Somebody who removes the
 * tag manifest could otherwise change the other tag files unnoticed.
 */
const TAG_FILES = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'manifest-sha512.txt', 'tagmanifest-sha256.txt']

/** A bag of ours as it is in a zip: its files below the top folder, and all that is wrong with it. */
type ReadBag =
  | { bag: BagReport; files: BagFiles; problems: PackageProblem[]; signer: PackageSigner | null }
  /** There is no bag in the zip, or there is no zip. */
  | { bag: null; problems: PackageProblem[] }

/** Reads an untrusted bag: the zip, its checksums and its signature. What its files say is left to the caller. No bytes make it throw. */
export async function readBag(bytes: Uint8Array): Promise<ReadBag> {
  const zip = await readZip(bytes)
  const none: PackageProblem = { code: 'not-a-bag', path: '' }
  if (zip.files.size === 0) return { bag: null, problems: zip.problems.length > 0 ? zip.problems : [none] }
  const files = belowTopFolder(zip.files)
  if (files === null) return { bag: null, problems: [...zip.problems, none] }
  const bag = checkBag(files)
  const missing = TAG_FILES.filter((path) => !files.has(path) && !bag.missing.has(path))
  for (const path of missing) bag.missing.add(path)
  const { signer, problems } = readSignature(files)
  const lacking = missing.map((path): PackageProblem => ({ code: 'missing-file', path }))
  return { bag, files, problems: [...zip.problems, ...bag.problems, ...lacking, ...problems], signer }
}

/** @returns the files relative to the one top folder of a serialised bag (RFC 8493, 4); null if there is not one. */
function belowTopFolder(files: BagFiles): BagFiles | null {
  const tops = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)))
  const [top] = tops
  if (tops.size !== 1 || top === undefined || top === '') return null
  return new Map([...files].map(([path, bytes]) => [path.slice(top.length), bytes]))
}
