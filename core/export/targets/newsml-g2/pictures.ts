import type { Article } from '../../../article/article.ts'
import { blockText } from '../../../article/plain-text.ts'
import { pictures } from '../../figures.ts'
import { x, type Xml } from '../../xml.ts'
import type { ImageUrl } from '../html/context.ts'

/** @returns a link for each exported picture, with its caption as title. */
export function pictureLinks(article: Article, images: ImageUrl): Xml[] {
  return pictures(article).flatMap(({ asset, dir, children: [caption] }) => {
    const href = images(asset.hash)
    if (href === null) return []
    const title = blockText(caption).trim()
    const { mediaType, size } = asset
    const link = { rel: 'irel:seeAlso', href, contenttype: mediaType, size, 'xml:lang': article.metadata.language, dir }
    return [title === '' ? x('link', link) : x('link', link, x('title', {}, title))]
  })
}
