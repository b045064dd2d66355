import { fromBase64 } from './bytes.ts'
import { call } from './client.ts'

/** So many stay in this window; each is a few kilobytes. */
const KEPT = 400

const thumbnails = new Map<string, Promise<string | null>>()

async function fetched(hash: string): Promise<string | null> {
  const made = await call('assets.thumbnail', { hash })
  return made === null ? null : URL.createObjectURL(fromBase64(made.bytes, made.mediaType))
}

/** Gives the memory of a picture back. A row that still shows it keeps what it has drawn. */
function forget(hash: string): void {
  const url = thumbnails.get(hash)
  thumbnails.delete(hash)
  url?.then(
    (made) => made !== null && URL.revokeObjectURL(made),
    () => {},
  )
}

/**
 * @returns a URL of a small copy of a stored picture, for this page; null where none can be made.
 * @throws ContractError `asset-missing`, `asset-damaged`.
 */
export function thumbnailUrl(hash: string): Promise<string | null> {
  const known = thumbnails.get(hash) ?? fetched(hash)
  // The last used is the last of the map.
  thumbnails.delete(hash)
  thumbnails.set(hash, known)
  for (const oldest of thumbnails.keys()) if (thumbnails.size > KEPT) forget(oldest)
  // Only a success is kept: the next attempt may succeed.
  known.catch(() => thumbnails.delete(hash))
  return known
}
