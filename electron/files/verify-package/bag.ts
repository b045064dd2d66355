import { createHash } from 'node:crypto'
import type { PackageProblem } from '#core/export/package/problems.ts'
import { SIGNATURE_FILE } from '#core/export/package/signature.ts'

/** The files of a bag by path, relative to its top folder; null for a file that could not be unpacked. */
export type BagFiles = ReadonlyMap<string, Uint8Array | null>

/** A parsed manifest: digests by path. */
type Manifest = { name: string; algorithm: string; digests: Map<string, string>; isTag: boolean }

/** Digest lengths in hexadecimal digits, by the algorithm's name in the file name of a manifest (RFC 8493, 2.4). */
const DIGEST_LENGTHS: Readonly<Record<string, number>> = { md5: 32, sha1: 40, sha256: 64, sha512: 128 }

export type BagReport = {
  /** Paths whose digest differs from the manifest's, or which could not be unpacked. */
  changed: Set<string>
  missing: Set<string>
  extra: Set<string>
  problems: PackageProblem[]
}

/** Checks a bag against RFC 8493: its declaration, every manifest, every file, and the Payload-Oxum. */
export function checkBag(files: BagFiles): BagReport {
  const report: BagReport = { changed: new Set(), missing: new Set(), extra: new Set(), problems: [] }
  const add = (code: PackageProblem['code'], path: string): void => void report.problems.push({ code, path })
  checkDeclaration(text(files, 'bagit.txt'), add)
  const manifests = readManifests(files, add)
  for (const manifest of manifests) if (manifest.isTag) compare(manifest, files, report)
  const believed = believedManifests(manifests, report.changed)
  for (const manifest of believed) if (!manifest.isTag) compare(manifest, files, report)
  findExtra(believed, files, report)
  if (!manifests.some(({ isTag }) => !isTag)) add('not-a-bag', 'manifest-sha256.txt')
  // Where a payload file is wrong, the counts differ because of it, and it is named by itself.
  const isPayloadSound = ![...report.missing, ...report.changed, ...report.extra].some(isPayload)
  if (isPayloadSound) checkOxum(text(files, 'bag-info.txt'), files, add)
  for (const path of sorted(report.missing)) add('missing-file', path)
  for (const path of sorted(report.changed)) add('checksum-differs', path)
  for (const path of sorted(report.extra)) add('extra-file', path)
  return report
}

const isPayload = (path: string): boolean => path.startsWith('data/')

/** @returns the manifests without those that were changed themselves, if another one lists the payload. */
function believedManifests(manifests: readonly Manifest[], changed: ReadonlySet<string>): Manifest[] {
  const believed = manifests.filter(({ name }) => !changed.has(name))
  return believed.some(({ isTag }) => !isTag) ? believed : [...manifests]
}

type Add = (code: PackageProblem['code'], path: string) => void

function sorted(paths: ReadonlySet<string>): string[] {
  return [...paths].toSorted()
}

function text(files: BagFiles, path: string): string | null {
  const bytes = files.get(path)
  return bytes === undefined || bytes === null ? null : Buffer.from(bytes).toString('utf8')
}

function checkDeclaration(declaration: string | null, add: Add): void {
  const match = /^BagIt-Version: (\d+)\.(\d+)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/u.exec(declaration ?? '')
  if (match === null) add('not-a-bag', 'bagit.txt')
  else if (match[1] !== '1' && `${match[1]}.${match[2]}` !== '0.97') add('unsupported-bag-version', 'bagit.txt')
}

function readManifests(files: BagFiles, add: Add): Manifest[] {
  const manifests: Manifest[] = []
  for (const path of files.keys()) {
    const match = /^(tag)?manifest-([a-z0-9]+)\.txt$/u.exec(path)
    if (match === null) continue
    const algorithm = match[2] ?? ''
    const content = text(files, path)
    const digests = content === null ? null : parseManifest(content, DIGEST_LENGTHS[algorithm] ?? 0, match[1] === 'tag')
    if (digests === null) add('bad-manifest', path)
    else manifests.push({ name: path, algorithm, digests, isTag: match[1] === 'tag' })
  }
  return manifests
}

/** @returns null for a manifest with a malformed line, with two lines for one path, or with a path of the other kind. */
function parseManifest(content: string, digestLength: number, isTag: boolean): Map<string, string> | null {
  const digests = new Map<string, string>()
  for (const line of content.split(/\r\n|\n|\r/u)) {
    if (line === '') continue
    const match = /^([0-9a-f]+)[ \t]+(?![ \t])\*?(.+)$/iu.exec(line)
    const path = match?.[2]?.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')
    if (match?.[1]?.length !== digestLength || path === undefined) return null
    if (isPayload(path) === isTag || digests.has(path)) return null
    digests.set(path, match[1].toLowerCase())
  }
  return digests
}

function compare({ algorithm, digests }: Manifest, files: BagFiles, report: BagReport): void {
  for (const [path, digest] of digests) {
    const bytes = files.get(path)
    if (bytes === undefined) report.missing.add(path)
    else if (bytes === null || createHash(algorithm).update(bytes).digest('hex') !== digest) report.changed.add(path)
  }
}

/**
 * Every payload file must be in every payload manifest, and every tag file in every tag manifest. No manifest can list itself,
 * nor its signature.
 */
function findExtra(manifests: readonly Manifest[], files: BagFiles, report: BagReport): void {
  for (const path of files.keys()) {
    if (path === SIGNATURE_FILE || /^tagmanifest-[a-z0-9]+\.txt$/u.test(path)) continue
    const concerned = manifests.filter(({ isTag }) => isTag !== isPayload(path))
    if (concerned.some(({ digests }) => !digests.has(path))) report.extra.add(path)
  }
}

function checkOxum(info: string | null, files: BagFiles, add: Add): void {
  const oxum = /^Payload-Oxum:\s*(\d+)\.(\d+)\s*$/imu.exec(info ?? '')
  if (oxum === null) return
  const payload = [...files].filter(([path]) => isPayload(path))
  const octets = payload.reduce((sum, [, bytes]) => sum + (bytes?.length ?? 0), 0)
  if (Number(oxum[1]) !== octets || Number(oxum[2]) !== payload.length) add('oxum-differs', 'bag-info.txt')
}
