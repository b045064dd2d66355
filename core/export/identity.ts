import type { Asset } from '../article/asset.ts'
import type { Rendition } from './renditions.ts'

/**
 * The permanent identifier of an article, the same in every export and version.
 * @returns an ASCII URN, whatever characters the id has.
 */
export function articleUrn(id: string): string {
  return `urn:newsml:midad:${encodeURIComponent(id)}`
}

const EXTENSIONS: Record<Asset['mediaType'], string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
}

/** @returns the file name of a picture inside a package: made from its hash and type, never from the name of the original file. */
export function imageName(asset: Asset, rendition: Rendition['name'] = 'original'): string {
  const size = rendition === 'original' ? '' : `-${rendition}`
  return `${asset.hash.slice(0, 12)}${size}.${EXTENSIONS[asset.mediaType]}`
}

/**
 * The URI of a packaged picture (RFC 2392), for JSON schemas that ask for an ASCII URI.
 * @returns `cid:<name>@images`, which stands for the file `images/<name>` of the package.
 */
export function imageCid(asset: Asset, rendition: Rendition['name'] = 'original'): string {
  return `cid:${imageName(asset, rendition)}@images`
}
