import type { Article } from '../../article/article.ts'
import { articleHash } from '../../article/canonical.ts'
import { headText } from '../../article/plain-text.ts'
import { pubStatus, type Edition } from '../edition.ts'
import { embargoOf } from '../notice.ts'
import { articleUrn } from '../identity.ts'
import { readableJson } from '../readable-json.ts'

type Delivered = {
  readonly article: Article
  /** The name of its package, next to the list. */
  readonly file: string
  readonly edition: Pick<Edition, 'version' | 'action' | 'draft' | 'embargoed'>
  readonly bytes: number
  readonly sha256: string
}

/** @returns the list of a delivery of several packages, in the order in which they were chosen. It has no time in it. */
export function deliveryList(delivered: readonly Delivered[]): string {
  return readableJson({
    format: 'midad-delivery',
    formatVersion: 1,
    packages: delivered.map(({ article, file, edition, bytes, sha256 }) => ({
      ...{ id: articleUrn(article.id), version: edition.version, action: edition.action, file, bytes, sha256 },
      draft: edition.draft,
      embargo: embargoOf(article, edition),
      pubStatus: pubStatus(edition),
      contentHash: articleHash(article),
      headline: headText(article, 'headline').trim(),
      language: article.metadata.language,
    })),
  })
}
