import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FolderConfig } from '#core/export/destinations/folder.ts'
import { packageName } from '#core/export/package/name.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { verifyPackage } from '#electron/files/verify-package.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import type { Kind, Planned } from '../kind.ts'
import { DeliveryProblem } from '../problem.ts'

/** The name of the package goes before its bytes, on a line of its own. */
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

/** Runs what writes. @throws DeliveryProblem for what the file system refuses. */
function writing(path: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    const code = codeOf(error)
    const problem = code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'folder-not-writable'
    throw new DeliveryProblem(problem, { path }, { cause: error })
  }
}

function isSame(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0
}

/** A file of the same name and other content stays: what was sent must stay what it was. */
function freePath(folder: string, name: string, bytes: Uint8Array): string {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? `${name}.zip` : `${name}-${copy}.zip`)
    if (!existsSync(path) || isSame(path, bytes)) return path
  }
}

function placeOf({ folder, layout }: FolderConfig, createdAt: string): string {
  return layout === 'flat' ? folder : join(folder, ...createdAt.slice(0, 10).split('-'))
}

async function plan(
  { article, edition, revision }: Planned,
  pictures: Parameters<Kind<FolderConfig>['plan']>[2]['pictures'],
) {
  const images = await pictures(article)
  const bytes = await writeZip(buildPackage({ ...edition, article, images, revision }))
  const report = await verifyPackage(bytes)
  if (!report.valid) throw new Error(`The package is not sound: ${report.problems.map(({ code }) => code).join()}`)
  return withName(packageName(article, edition.version), bytes)
}

/** A folder that a CMS watches, or that another program carries on, as by SFTP: whole files, each under its name at once. */
export const folder: Kind<FolderConfig> = {
  plan: (planned, _config, { pictures }) => plan(planned, pictures),
  async deliver({ config, payload, createdAt }) {
    // One that is made here would hide that the disk or the network is not there.
    if (!isFolder(config.folder)) throw new DeliveryProblem('folder-missing', { path: config.folder })
    const { name, bytes } = parts(payload)
    const place = placeOf(config, createdAt)
    let path = ''
    let isUnchanged = false
    writing(config.folder, () => {
      mkdirSync(place, { recursive: true })
      path = freePath(place, name, bytes)
      isUnchanged = isSame(path, bytes)
      if (!isUnchanged) writeFileAtomic(path, bytes)
    })
    return { remote: { path }, link: path, isUnchanged, isPublic: false, scheduledFor: null }
  },
  // A file is there whole or not at all.
  rollBack: async ({ remote }) => remote,
  isUnheard: () => false,
  unheard: async () => null,
  hasLeftovers: () => false,
  keepTheirs: (remote) => remote,
  compared: () => ({ title: '', excerpt: '', blocks: [] }),
  async test(config) {
    if (!isFolder(config.folder)) throw new DeliveryProblem('folder-missing', { path: config.folder })
    const probe = join(config.folder, `.midad-${process.pid}.test`)
    writing(config.folder, () => {
      writeFileAtomic(probe, Buffer.from('Midad'))
      rmSync(probe)
    })
    return { findings: [], site: config.folder, account: '' }
  },
}
