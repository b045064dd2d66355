/** The page's own scheme: a file URL would share its origin with every file of the machine. */
export const SCHEME = 'midad'
export const PAGE_URL = `${SCHEME}://app/index.html`

/** @returns whether an address is one of the page's own. */
export function isOwn(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === `${SCHEME}:` && new URL(url).host === 'app'
}
