import type { Article } from '../../../article/article.ts'
import { blockText } from '../../../article/plain-text.ts'
import { pictures } from '../../figures.ts'
import { articleUrn, imageCid } from '../../identity.ts'
import { compact, statement } from './parts.ts'

/** @returns the pictures as associated objects, in their order; `images` says which ones really travel. */
export function associations(article: Article, hasImage: (hash: string) => boolean) {
  return pictures(article)
    .filter(({ asset }) => hasImage(asset.hash))
    .map((figure, index) => {
      const [caption, credit] = figure.children.map((block) => blockText(block).trim())
      return compact({
        name: `picture-${index + 1}`,
        rel: 'illustration',
        uri: `${articleUrn(article.id)}:${encodeURIComponent(figure.id)}`,
        type: 'picture',
        language: article.metadata.language,
        by: credit,
        descriptions: [...statement('caption', caption ?? ''), ...statement('alt', figure.alt.trim())],
        renditions: [
          {
            name: 'original',
            href: imageCid(figure.asset),
            contentType: figure.asset.mediaType,
            title: figure.asset.name,
            width: figure.asset.width,
            height: figure.asset.height,
            sizeInBytes: figure.asset.size,
          },
        ],
      })
    })
}
