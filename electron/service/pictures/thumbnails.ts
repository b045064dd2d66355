import { readAsset } from '#electron/files/asset-files.ts'
import { thumbnail } from '#electron/files/thumbnail.ts'

/** So many are kept, of a few kilobytes each. */
const KEPT = 600

export type Thumbnails = {
  /**
   * @returns the small picture; null where none can be made.
   * @throws ContractError `asset-missing`, `asset-damaged`.
   */
  get: (hash: string) => Promise<Uint8Array | null>
}

/**
 * Keeps the thumbnails that lists show, the last used ones. They are made one after another: each fills the memory with its
 * picture.
 * @param folder the store's
 */
export function createThumbnails(folder: string): Thumbnails {
  const kept = new Map<string, Promise<Uint8Array | null>>()
  let last: Promise<unknown> = Promise.resolve()
  const keep = (hash: string, made: Promise<Uint8Array | null>): void => {
    // The last used is the last of the map.
    kept.delete(hash)
    kept.set(hash, made)
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
  }
  return {
    get(hash) {
      const made = kept.get(hash) ?? last.then(() => thumbnail(readAsset(folder, hash)))
      last = made.catch(() => {})
      keep(hash, made)
      // A picture that is missing may be put back.
      made.catch(() => kept.delete(hash))
      return made
    },
  }
}
