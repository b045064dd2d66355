import { IMAGE_TYPES, type Asset } from '#core/article/asset.ts'
import { MAX_IMAGE_BYTES, type PictureDescription } from '#core/contract/assets.ts'
import { ContractError } from '#core/contract/errors.ts'
import { toBase64 } from '#renderer/bridge/bytes.ts'
import { call } from '#renderer/bridge/client.ts'

/** A stored picture and the description from its metadata. */
export type StoredPicture = { asset: Asset; description: PictureDescription }

/** @returns the files with a supported picture type. */
export function pictureFiles(files: Iterable<File>): File[] {
  return [...files].filter((file) => IMAGE_TYPES.some((type) => type === file.type))
}

/**
 * Stores a picture file. @throws ContractError `image-too-large`, `bad-image`, `store-full`…
 */
export async function storePicture(file: File): Promise<StoredPicture> {
  // Refuse it before reading: the file could exhaust the window's memory.
  if (file.size > MAX_IMAGE_BYTES) throw new ContractError('image-too-large')
  return call('assets.add', { name: file.name.slice(-255), bytes: await toBase64(file) })
}

/** Stores pictures in order. @throws the first refusal; the pictures before it stay stored. */
export async function storePictures(files: readonly File[]): Promise<StoredPicture[]> {
  const stored: StoredPicture[] = []
  // One at a time, because each is held in memory.
  // oxlint-disable-next-line no-await-in-loop
  for (const file of files) stored.push(await storePicture(file))
  return stored
}
