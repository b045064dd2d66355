import type { Article } from '#core/article/article.ts'
import { isWebUrl } from '#core/article/inline.ts'
import { pageAddress } from '#core/export/site.ts'

/** What a delivery says of the page that it made. */
type Delivered = { link: string | null; isTakenBack: boolean }

/**
 * @param deliveries the newest first
 * @param site the address of the house's site
 * @returns the address at which readers have an article: what a destination told last, else by the house's site and the
 *   slug; empty where it has none yet
 */
export function articleAddress(
  article: Pick<Article, 'metadata'>,
  deliveries: readonly Delivered[],
  site: string | undefined,
): string {
  const told = deliveries.find(({ link, isTakenBack }) => link !== null && !isTakenBack && isWebUrl(link))
  return told?.link ?? pageAddress(article, { house: { site } }) ?? ''
}
