import { IMAGE_TYPES, type Asset } from '#core/article/asset.ts'
import { MAX_IMAGE_BYTES, type PictureDescription } from '#core/contract/assets.ts'
import { ContractError } from '#core/contract/errors.ts'
import { toBase64 } from '#renderer/bridge/bytes.ts'
import { call } from '#renderer/bridge/client.ts'

/** A picture in the store, and what it says of itself. */
export type StoredPicture = { asset: Asset; description: PictureDescription }

/** @returns those of some files that claim to be pictures we can show. */
export function pictureFiles(files: Iterable<File>): File[] {
  return [...files].filter((file) => IMAGE_TYPES.some((type) => type === file.type))
}

/** Stores a picture of the disk or the clipboard. @throws ContractError `image-too-large`, `bad-image`, `store-full`… */
export async function storePicture(file: File): Promise<StoredPicture> {
  // Refused here already: reading such a file could exhaust the window's memory.
  if (file.size > MAX_IMAGE_BYTES) throw new ContractError('image-too-large')
  return call('assets.add', { name: file.name.slice(-255), bytes: await toBase64(file) })
}

/** Stores several, one after the other, in their order. @throws what the first refusal is; those before it are kept. */
export async function storePictures(files: readonly File[]): Promise<StoredPicture[]> {
  const stored: StoredPicture[] = []
  // One at a time: each is held in memory whole.
  // oxlint-disable-next-line no-await-in-loop
  for (const file of files) stored.push(await storePicture(file))
  return stored
}
