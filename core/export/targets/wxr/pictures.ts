import type { Article } from '../../../article/article.ts'
import { pictures } from '../../figures.ts'
import type { ImageUrl } from '../html/context.ts'

/** In characters, of all pictures together. The XML reader of WordPress (libxml) refuses a text of more than 10 MB. */
const LIMIT = 8_000_000

/** An address that does not depend on where the file is. */
const ANYWHERE = /^(?:https?:\/\/|data:image\/)/u

/**
 * Chooses the pictures that a file can carry: each in turn, as long as all fit.
 * @returns their addresses; null for a picture that is left out.
 */
export function carriedPictures(article: Article, images: ImageUrl): ImageUrl {
  const hashes = pictures(article).map(({ asset }) => asset.hash)
  const carried = new Map<string, string>()
  let left = LIMIT
  for (const hash of new Set(hashes)) {
    const url = images(hash) ?? ''
    const size = url.length * hashes.filter((each) => each === hash).length
    if (!ANYWHERE.test(url) || size > left) continue
    left -= size
    carried.set(hash, url)
  }
  return (hash) => carried.get(hash) ?? null
}
