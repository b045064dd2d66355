import { z } from 'zod'
import { listOf, type Site } from './site.ts'

const accountSchema = z.looseObject({ id: z.int().positive(), slug: z.string() })

/**
 * Finds the account of an author by its name in addresses (`nicename`), or by its mail address where the account that
 * sends may look for those.
 * @param accounts the accounts of the byline; WordPress takes one author, the first that is found
 * @returns its id; null where none is found: the post is then by the account that sends.
 */
export async function authorId(site: Site, accounts: readonly string[]): Promise<number | null> {
  for (const account of accounts) {
    const isMail = account.includes('@')
    const query = { who: 'authors', per_page: 1, ...(isMail ? { search: account } : { slug: account.toLowerCase() }) }
    // The next is asked for only when there is no such account.
    // oxlint-disable-next-line no-await-in-loop
    const [found] = listOf(await site.call('GET', 'wp/v2/users', { query }))
    const known = accountSchema.safeParse(found).data
    if (known !== undefined) return known.id
  }
  return null
}
