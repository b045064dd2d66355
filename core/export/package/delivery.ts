import type { Article } from '../../article/article.ts'
import { articleHash } from '../../article/canonical.ts'
import { headText } from '../../article/plain-text.ts'
import type { PackageAction } from '../action.ts'
import { articleUrn } from '../identity.ts'
import { readableJson } from '../readable-json.ts'

type Delivered = {
  readonly article: Article
  /** The name of its package, beside the list. */
  readonly file: string
  readonly version: number
  readonly action: PackageAction
  readonly bytes: number
  readonly sha256: string
}

/** @returns the list of a delivery of several packages, in the order in which they were chosen; no clock in it. */
export function deliveryList(delivered: readonly Delivered[]): string {
  return readableJson({
    format: 'midad-delivery',
    formatVersion: 1,
    packages: delivered.map(({ article, file, version, action, bytes, sha256 }) => ({
      ...{ id: articleUrn(article.id), version, action, file, bytes, sha256 },
      contentHash: articleHash(article),
      headline: headText(article, 'headline').trim(),
      language: article.metadata.language,
    })),
  })
}
