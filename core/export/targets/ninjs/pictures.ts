import type { Article } from '../../../article/article.ts'
import { pictures } from '../../figures.ts'
import { articleUrn, imageCid } from '../../identity.ts'
import type { Renditions } from '../../renditions.ts'
import type { JsonObject } from '../../fields/object.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { ninjs } from './fields.ts'
import { statement } from './parts.ts'

/** A date-time of JSON Schema (RFC 3339). The date of a picture may lack the time or the time zone. */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u

/** @returns the exported pictures as associated objects, in order, each with its files. */
export function associations(article: Article, renditions: Renditions): JsonObject[] {
  return pictures(article)
    .filter(({ asset }) => renditions(asset.hash).length > 0)
    .map((figure, index) => {
      const { asset, date = '' } = figure
      const isMoment = DATE_TIME.test(date)
      const [caption, credit] = figure.children
      return ninjs.picture({
        name: `picture-${index + 1}`,
        rel: 'illustration',
        uri: `${articleUrn(article.id)}:${encodeURIComponent(figure.id)}`,
        type: 'picture',
        language: article.metadata.language,
        by: credit,
        contentCreated: isMoment ? date : '',
        descriptions: [
          ...statement('caption', caption),
          ...statement('alt', lineOf(figure.alt, figure.dir)),
          ...statement('created', lineOf(isMoment ? '' : date, 'ltr')),
        ],
        renditions: renditions(asset.hash).map(({ name, width, height, bytes }) =>
          ninjs.rendition({
            name,
            href: imageCid(asset, name),
            contentType: asset.mediaType,
            title: asset.name,
            width,
            height,
            sizeInBytes: bytes.length,
          }),
        ),
      })
    })
}
