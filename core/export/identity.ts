import type { Asset } from '../article/asset.ts'
import type { Rendition } from './renditions.ts'

/**
 * The permanent name of an article in every export, the same in all its versions.
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

/** @returns the file name of a picture inside a package: content and type decide it, never the name it came with. */
export function imageName(asset: Asset, rendition: Rendition['name'] = 'original'): string {
  const size = rendition === 'original' ? '' : `-${rendition}`
  return `${asset.hash.slice(0, 12)}${size}.${EXTENSIONS[asset.mediaType]}`
}

/**
 * The name of a packaged picture inside JSON, where RFC 3986 allows ASCII URIs only (RFC 2392).
 * @returns `cid:<name>@images`, which stands for the file `images/<name>` of the package.
 */
export function imageCid(asset: Asset, rendition: Rendition['name'] = 'original'): string {
  return `cid:${imageName(asset, rendition)}@images`
}
