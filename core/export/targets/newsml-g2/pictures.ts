import type { Article } from '../../../article/article.ts'
import { pictures } from '../../figures.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { x, type Xml } from '../../xml.ts'
import type { ImageUrl } from '../html/context.ts'
import { newsmlAttribute, newsmlElement } from './fields.ts'

/** @returns a link for each exported picture, with its own caption, credit and alternative text. */
export function pictureLinks(article: Article, images: ImageUrl): Xml[] {
  return pictures(article).flatMap(({ asset, dir, alt, children: [caption, credit] }) => {
    const image = images(asset.hash)
    if (image === null) return []
    const { mediaType, size } = asset
    const link = {
      rel: 'irel:seeAlso',
      href: newsmlAttribute('href', image),
      contenttype: mediaType,
      size,
      'xml:lang': newsmlAttribute('xml:lang', article.metadata.language),
      dir,
    }
    const fields = [
      newsmlElement('title', caption),
      newsmlElement('creditline', credit),
      newsmlElement('description', lineOf(alt, dir), { roleuri: 'urn:midad:description:alt' }),
    ]
    const given = fields.filter(({ children }) => children.length > 0)
    return [x('link', link, x('itemClass', { qcode: 'ninat:picture' }), given)]
  })
}
