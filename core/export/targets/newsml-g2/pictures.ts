import type { Article } from '../../../article/article.ts'
import { blockText } from '../../../article/plain-text.ts'
import { pictures } from '../../figures.ts'
import { x, type Xml } from '../../xml.ts'
import type { ImageUrl } from '../html/context.ts'

/** @returns a link for each exported picture, with its own caption, credit and alternative text. */
export function pictureLinks(article: Article, images: ImageUrl): Xml[] {
  return pictures(article).flatMap(({ asset, dir, alt, children: [caption, credit] }) => {
    const href = images(asset.hash)
    if (href === null) return []
    const given = (name: string, text: string, role: Record<string, string> = {}): Xml[] =>
      text.trim() === '' ? [] : [x(name, role, text.trim())]
    const { mediaType, size } = asset
    const link = { rel: 'irel:seeAlso', href, contenttype: mediaType, size, 'xml:lang': article.metadata.language, dir }
    return [
      x(
        'link',
        link,
        x('itemClass', { qcode: 'ninat:picture' }),
        ...given('title', blockText(caption)),
        ...given('creditline', blockText(credit)),
        ...given('description', alt, { roleuri: 'urn:midad:description:alt' }),
      ),
    ]
  })
}
