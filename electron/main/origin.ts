/** The page's own scheme, because a file URL would share its origin with every file of the machine. */
export const SCHEME = 'midad'
export const PAGE_URL = `${SCHEME}://app/index.html`

/** @returns whether a URL is one of the page's own. */
export function isOwn(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === `${SCHEME}:` && new URL(url).host === 'app'
}
