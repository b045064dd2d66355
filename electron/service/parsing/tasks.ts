import type { Asset } from '#core/article/asset.ts'
import { isDeepJson, isLargeJson, parseJson } from '#core/article/json.ts'
import type { PictureDescription } from '#core/contract/assets.ts'
import { ContractError } from '#core/contract/errors.ts'
import { htmlLines } from '#core/export/html-lines.ts'
import type { Orientation } from '#core/export/renditions.ts'
import { encryptFor } from '#electron/files/age.ts'
import { writeAsset } from '#electron/files/asset-files.ts'
import { identifyImage, orientationOf } from '#electron/files/identify-image.ts'
import { readPictureMetadata, writePictureMetadata } from '#electron/files/picture-metadata/picture-metadata.ts'
import { verifyPackage } from '#electron/files/verify-package/verify-package.ts'
import { decodeBase64 } from './base64.ts'
import { readPasted } from './read-file.ts'
import { readHandover } from './read-handover.ts'
import { readIncoming, recogniseIncoming } from './read-incoming.ts'
import { readSavedArticle } from './read-saved-article.ts'
import { verifyFile } from './verify-file.ts'
import { wordImage } from './word-image.ts'

/** A picture as its bytes are: what it is, and what it says of itself. */
type KnownPicture = { asset: Asset; description: PictureDescription }

/** Reads a picture, and stores its file: hashing and writing a large one would keep the service busy too. */
function storePicture({
  name,
  base64,
  storeFolder,
}: {
  name: string
  base64: string
  storeFolder: string
}): KnownPicture {
  const bytes = decodeBase64(base64)
  const known = { asset: identifyImage(bytes, name), description: readPictureMetadata(bytes) }
  writeAsset(storeFolder, bytes)
  return known
}

type DescribedPicture = { bytes: Uint8Array; orientation: Orientation }

/**
 * Writes a description into a picture as its metadata. One whose own structure is damaged stays as it is, for it still
 * shows.
 */
function describePicture({
  bytes,
  description,
}: {
  bytes: Uint8Array
  description: PictureDescription
}): DescribedPicture {
  return { bytes: writePictureMetadata(bytes, description) ?? bytes, orientation: orientationOf(bytes) }
}

/** @throws ContractError `parsing-too-large` for more values than can be handed over while the service answers others. */
function readJson(text: string): unknown {
  if (!isDeepJson(text) && isLargeJson(text)) throw new ContractError('parsing-too-large')
  return parseJson(text)
}

/** What a worker does. Inputs and outputs are plain data, because they are copied between threads. */
export const TASKS = {
  'articles of a file': readIncoming,
  'recognise a file': recogniseIncoming,
  'recognise a text': readPasted,
  'saved article': readSavedArticle,
  'store a picture': storePicture,
  'describe a picture': describePicture,
  package: ({ base64, schemas }: { base64: string; schemas: string | null }) =>
    verifyPackage(decodeBase64(base64), schemas),
  'package of ours': (bytes: Uint8Array) => verifyPackage(bytes),
  'package in a file': verifyFile,
  'hand-over': readHandover,
  // Pictures make it large: it would keep the service busy for seconds.
  'encrypted file': ({ publicKey, bytes }: { publicKey: string; bytes: Uint8Array }) => encryptFor(publicKey, bytes),
  json: readJson,
  'image in Word': wordImage,
  'lines of HTML': (pages: readonly string[]) => pages.map(htmlLines),
}

export type Tasks = typeof TASKS
export type Task = keyof Tasks
export type TaskInput<T extends Task> = Parameters<Tasks[T]>[0]
export type TaskOutput<T extends Task> = Awaited<ReturnType<Tasks[T]>>
