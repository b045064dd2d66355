import { utf8ToBytes } from '@noble/hashes/utils.js'
import { makeBag, type PackageFile } from '../../export/package/bag.ts'
import { fileSlug } from '../../export/package/name.ts'
import type { Signer } from '../../export/package/signature.ts'
import { articleUrn } from '../../export/identity.ts'
import { readableJson } from '../../export/readable-json.ts'
import type { Handover } from './handover.ts'

/** What names the content of a hand-over, relative to `data/`. */
export const HANDOVER_FILE = 'handover.json'

/** The file name extension of a hand-over, encrypted or not. */
export const HANDOVER_EXTENSION = '.midad'

/** @returns where a text lies, relative to `data/`. */
export function textPath(hash: string): string {
  return `texts/${hash}.json`
}

/** @returns where a picture lies, relative to `data/`. */
export function picturePath(hash: string): string {
  return `pictures/${hash}`
}

/** What a hand-over holds, each text and picture by its hash. */
export type HandoverContent = {
  readonly handover: Handover
  readonly texts: ReadonlyMap<string, Uint8Array>
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

/** @returns the name of the file without its extension. @param slug of the article; empty where it has none */
export function handoverName(slug: string, headline: string): string {
  return fileSlug(slug.trim() || headline)
}

/**
 * Makes the whole hand-over in memory: a BagIt bag in a folder, signed as a package is.
 * @returns the files sorted by path, ready to be zipped
 */
export function buildHandover({ handover, texts, pictures }: HandoverContent, signer: Signer | null): PackageFile[] {
  const payload: PackageFile[] = [
    { path: HANDOVER_FILE, bytes: utf8ToBytes(readableJson(handover)) },
    ...[...texts].map(([hash, bytes]) => ({ path: textPath(hash), bytes })),
    ...[...pictures].map(([hash, bytes]) => ({ path: picturePath(hash), bytes })),
  ]
  return makeBag(payload, articleUrn(handover.article), signer).map(({ path, bytes }) => ({
    path: `handover/${path}`,
    bytes,
  }))
}
