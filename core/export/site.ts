import { z } from 'zod'
import type { Article } from '../article/article.ts'
import { siteAddressSchema } from './destinations/address.ts'
import type { Edition, House } from './edition.ts'

/** @returns whether a text is a whole address of the web, such as that of a picture. */
export function isWebAddress(text: string): boolean {
  return z.url({ protocol: /^https?$/u }).safeParse(text.trim()).success
}

/** @returns the address of the house's site, without a slash at its end; null where the settings give none. */
export function siteOf({ site = '' }: Pick<House, 'site'>): string | null {
  return siteAddressSchema.safeParse(site).data ?? null
}

/**
 * @returns the address at which readers find an article: what a site told, else by the house's site and the slug.
 *   Undefined where one of the two is not given: an address that leads nowhere is worse than none.
 */
export function pageAddress(
  { metadata }: Pick<Article, 'metadata'>,
  { page, house }: { page?: Edition['page']; house: Pick<House, 'site'> },
): string | undefined {
  const [site, slug] = [siteOf(house), metadata.slug.trim()]
  return page ?? (site === null || slug === '' ? undefined : `${site}/${encodeURIComponent(slug)}`)
}

/** @returns the address of a packaged file at the house's site; without one, as it is: relative to the package. */
export function fileAddress(file: string, house: House): string {
  const site = siteOf(house)
  return site === null || /^[a-z][a-z\d+.-]*:/iu.test(file) ? file : `${site}/${file}`
}
