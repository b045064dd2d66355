import { imageSize } from 'image-size'
import { sha256Hex } from '#core/article/canonical.ts'
import type { Asset } from '#core/article/asset.ts'
import { MAX_IMAGE_BYTES } from '#core/contract/assets.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Orientation } from '#core/export/renditions.ts'

const MEDIA_TYPES: Readonly<Record<string, Asset['mediaType']>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
}

/** A small file can hold a picture so large that decoding it exhausts the memory. */
const MAX_SIDE = 20_000
const MAX_PIXELS = 100_000_000

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const satisfies readonly Orientation[]

/** From this orientation on, the picture is shown turned by 90°: width and height are swapped (EXIF 2.32, tag 274). */
const FIRST_TURNED = 5

/**
 * Identifies a picture by its bytes alone.
 * @param name the file name; only its last part is kept, without control and format characters
 * @returns its hash, type, size in pixels as shown, and size in bytes
 * @throws ContractError `image-unsupported` for all but complete JPEG, PNG, WebP and GIF files, `image-too-large`
 */
export function identifyImage(bytes: Uint8Array, name: string): Asset {
  if (bytes.length > MAX_IMAGE_BYTES) throw new ContractError('image-too-large')
  const found = measure(bytes)
  const mediaType = MEDIA_TYPES[found.type ?? '']
  if (mediaType === undefined || !isWhole(bytes, mediaType)) throw new ContractError('image-unsupported')
  const turned = (found.orientation ?? 1) >= FIRST_TURNED
  const [width, height] = turned ? [found.height, found.width] : [found.width, found.height]
  if (!(width > 0 && height > 0)) throw new ContractError('image-unsupported')
  if (Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS) throw new ContractError('image-too-large')
  return { hash: sha256Hex(bytes), mediaType, width, height, size: bytes.length, name: displayName(name) }
}

/** How each format begins. */
const BEGINNINGS: Readonly<Record<Asset['mediaType'], RegExp>> = {
  'image/jpeg': /^\u00FF\u00D8/u,
  'image/png': /^\u0089PNG/u,
  'image/webp': /^RIFF.{4}WEBP/su,
  'image/gif': /^GIF8/u,
}

/**
 * @returns the media type of a picture that was identified before. Only its first bytes are read.
 * @throws ContractError `image-unsupported`.
 */
export function mediaTypeOf(bytes: Uint8Array): Asset['mediaType'] {
  const begin = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  const found = Object.values(MEDIA_TYPES).find((type) => BEGINNINGS[type].test(begin))
  if (found === undefined) throw new ContractError('image-unsupported')
  return found
}

/** @returns how the pixels of a picture are turned to be shown: 1, upright, where it does not say. */
export function orientationOf(bytes: Uint8Array): Orientation {
  const { orientation } = measure(bytes)
  return ORIENTATIONS.find((each) => each === orientation) ?? 1
}

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> {
  try {
    return imageSize(bytes)
  } catch (error) {
    // The library throws plain errors and range errors for files that it cannot read.
    throw new ContractError('image-unsupported', {}, { cause: error })
  }
}

/** Whether a file has its end: one that was cut off begins like a whole one. */
function isWhole(bytes: Uint8Array, mediaType: Asset['mediaType']): boolean {
  const tail = Buffer.from(bytes.subarray(-64))
  switch (mediaType) {
    case 'image/jpeg':
      // Cameras append data of their own, so the end marker may be anywhere after the start.
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('ffd9', undefined, 'hex') > 2
    case 'image/png':
      return tail.includes('IEND')
    case 'image/gif':
      return tail.includes(0x3b)
    case 'image/webp':
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).readUInt32LE(4) + 8 <= bytes.length + 1
  }
}

function displayName(name: string): string {
  const last = name.split(/[/\\]/u).at(-1) ?? ''
  return last
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .toWellFormed()
    .trim()
    .slice(-255)
}
