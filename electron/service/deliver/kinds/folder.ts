import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { sha256Hex } from '#core/article/canonical.ts'
import { carriesBody } from '#core/export/action.ts'
import type { DeliveryProblemCode } from '#core/contract/delivery-problems.ts'
import type { TestFinding } from '#core/contract/destinations.ts'
import type { FolderConfig } from '#core/export/destinations/folder.ts'
import { packageName } from '#core/export/package/name.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { modeIn, moveIntoPlace, writeFileAtomic, writeTemporary } from '#electron/files/atomic-write.ts'
import { closeOwnFolder } from '#electron/files/own-folder.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { removeFile } from '#db/durable.ts'
import { hasBytes } from '#db/regular-file.ts'
import type { Rendition } from '#core/export/renditions.ts'
import type { Job, Kind, Outcome, Planned } from '../kind.ts'
import { DeliveryProblem } from '../problem.ts'

const remoteSchema = z.object({
  /** A package that was written under a temporary name, and is being renamed. */
  moving: z.object({ from: z.string(), to: z.string(), sha256: z.string() }).nullable(),
})
type Moving = NonNullable<z.infer<typeof remoteSchema>['moving']>

function movingOf(remote: Job<FolderConfig>['remote']): Moving | null {
  return remoteSchema.safeParse(remote).data?.moving ?? null
}

/**
 * The temporary file is gone when the rename was done. The package itself proves nothing: a CMS may have taken it
 * already.
 */
function wasMoved({ from }: Moving): boolean {
  return isFolder(dirname(from)) && !existsSync(from)
}

function arrivedAt(path: string, isUnchanged: boolean): Outcome {
  return { remote: { path, moving: null }, link: path, isUnchanged, isPublic: false, scheduledFor: null }
}

/** The folder is not created: that would hide that its disk or network is not connected. @throws DeliveryProblem */
function requireFolder({ folder: path }: FolderConfig): void {
  if (!writing(path, () => isFolder(path))) throw new DeliveryProblem('folder-missing', { path })
}

/**
 * Writes a package atomically. The rename is recorded before it is done, because the process may end right after it.
 */
function writeOnce(
  path: string,
  bytes: Uint8Array,
  { config, record }: Pick<Job<FolderConfig>, 'config' | 'record'>,
): void {
  const from = writeTemporary(path, bytes, config.readByOthers ? modeIn(dirname(path)) : undefined)
  try {
    record({ path, moving: { from, to: path, sha256: sha256Hex(bytes) } })
    moveIntoPlace(from, path)
  } catch (error) {
    // In this order: if the file were gone first, `wasMoved` would take it for renamed.
    try {
      record({ path, moving: null })
    } finally {
      removeFile(from)
    }
    throw error
  }
}

/** A payload is the name of the package, a line break, and its bytes. */
function withName(name: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${name}\n`), bytes])
}

function parts(payload: Uint8Array): { name: string; bytes: Uint8Array } {
  const end = payload.indexOf(0x0a)
  return { name: Buffer.from(payload.subarray(0, end)).toString('utf8'), bytes: payload.subarray(end + 1) }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** What can be wrong besides permissions. */
const PROBLEMS: Readonly<Record<string, DeliveryProblemCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  ENAMETOOLONG: 'name-too-long',
}

/** Runs a function over a folder. @throws DeliveryProblem for what the file system refuses. */
function writing<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    // An error of anything but the file system is not the folder's.
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new DeliveryProblem(PROBLEMS[codeOf(error)] ?? 'folder-not-writable', { path }, { cause: error })
  }
}

function isSame(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && hasBytes(path, bytes)
}

/** @returns a path where no file is, or one with this content. A file with other content stays: it was sent before. */
function freePath(folder: string, name: string, bytes: Uint8Array): string {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? `${name}.zip` : `${name}-${copy}.zip`)
    if (!existsSync(path) || isSame(path, bytes)) return path
  }
}

function placeOf({ folder, layout }: FolderConfig, createdAt: string): string {
  return layout === 'flat' ? folder : join(folder, ...createdAt.slice(0, 10).split('-'))
}

/** Makes the folder of a day. Other accounts may read it as they may read the folder around it, or not at all. */
function openFor(place: string, { folder, readByOthers }: FolderConfig): void {
  if (!readByOthers) closeOwnFolder(folder)
  mkdirSync(place, { recursive: true, mode: readByOthers ? statSync(folder).mode & 0o777 : 0o700 })
}

/** @returns what a person should know about a folder that other accounts are to read. */
function findings({ folder, readByOthers }: FolderConfig): TestFinding[] {
  const isClosed = process.platform !== 'win32' && (statSync(folder).mode & 0o055) === 0
  return readByOthers && isClosed ? [{ code: 'folder-closed', severity: 'warning', params: { path: folder } }] : []
}

async function plan(
  { article, edition, revision }: Planned,
  { pictures, extras, verify, packageSigner }: Parameters<Kind<FolderConfig>['plan']>[2],
): Promise<Uint8Array> {
  // What takes an article down carries no pictures: a missing one must not prevent it.
  const images = carriesBody(edition.action) ? await pictures(article) : new Map<string, Rendition[]>()
  const beside = await extras({ article, edition, images })
  const signer = packageSigner()
  const bytes = await writeZip(buildPackage({ ...edition, article, images, revision, extras: beside, signer }))
  const report = await verify(bytes)
  if (!report.valid) throw new Error(`The package is not sound: ${report.problems.map(({ code }) => code).join()}`)
  return withName(packageName(article, edition.version), bytes)
}

/**
 * A folder that a CMS watches, or that another program uploads from, as by SFTP. Files appear complete, never in part.
 */
export const folder: Kind<FolderConfig> = {
  plan: (planned, _config, tools) => plan(planned, tools),
  // The hash of a package is on record: it is sent as it was made.
  isCurrent: () => true,
  async deliver({ config, payload, createdAt, remote, record }) {
    requireFolder(config)
    const { name, bytes } = parts(payload)
    const moving = movingOf(remote)
    if (moving?.sha256 === sha256Hex(bytes)) {
      if (wasMoved(moving)) return arrivedAt(moving.to, false)
      removeFile(moving.from)
    }
    const place = placeOf(config, createdAt)
    let path = ''
    let isUnchanged = false
    writing(config.folder, () => {
      openFor(place, config)
      path = freePath(place, name, bytes)
      isUnchanged = isSame(path, bytes)
      if (!isUnchanged) writeOnce(path, bytes, { config, record })
    })
    return arrivedAt(path, isUnchanged)
  },
  async rollBack({ config, remote }) {
    requireFolder(config)
    const moving = movingOf(remote)
    if (moving !== null) removeFile(moving.from)
    return { ...remote, moving: null }
  },
  isUnconfirmed: (remote) => movingOf(remote) !== null,
  async findUnconfirmed({ config, remote }) {
    requireFolder(config)
    const moving = movingOf(remote)
    return moving !== null && wasMoved(moving) ? arrivedAt(moving.to, false) : null
  },
  hasLeftovers: (remote) => movingOf(remote) !== null,
  keepTheirs: (remote) => remote,
  forget: (remote) => remote,
  comparedText: () => ({ title: '', excerpt: '', blocks: [] }),
  async test(config) {
    requireFolder(config)
    const probe = join(config.folder, `.midad-${process.pid}.test`)
    writing(config.folder, () => {
      writeFileAtomic(probe, Buffer.from('Midad'))
      rmSync(probe)
    })
    return { findings: findings(config), site: config.folder, account: '' }
  },
}
