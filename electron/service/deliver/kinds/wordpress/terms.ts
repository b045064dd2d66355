import { z } from 'zod'
import { fold } from '#core/text/fold.ts'
import { wordpressField } from '#core/export/targets/wordpress/fields.ts'
import { readAnswer, type HttpTools } from '../../http.ts'
import { DeliveryProblem } from '../../problem.ts'
import { existingTerm } from './posts.ts'
import { listOf, type Site } from './site.ts'

const termSchema = z.looseObject({ id: z.int().positive(), name: z.string() })

/** WordPress takes two spellings for two terms, but to a desk «أخبار» and «اخبار » are one. */
function sameName(one: string, other: string): boolean {
  return fold(one.trim()) === fold(other.trim())
}

/**
 * Finds a category or a tag by its name, or creates it.
 * @returns its id; null when the account may not create it: the post is then sent without it.
 */
async function termId(site: Site, kind: 'categories' | 'tags', name: string, http: HttpTools): Promise<number | null> {
  const found = listOf(await site.call('GET', `wp/v2/${kind}`, { query: { search: name, per_page: 100 } })).flatMap(
    (each) => termSchema.safeParse(each).data ?? [],
  )
  const names = await readAnswer(
    http,
    site.host,
    'lines of HTML',
    found.map((each) => each.name),
  )
  const same = found.find((_each, index) => sameName(names[index]?.join(' ') ?? '', name))
  if (same !== undefined) return same.id
  try {
    const answer = await site.call('POST', `wp/v2/${kind}`, { body: { name: wordpressField('term', name) } })
    return existingTerm(answer) ?? termSchema.safeParse(answer.json).data?.id ?? null
  } catch (error) {
    if (error instanceof DeliveryProblem && error.code === 'role-too-low') return null
    throw error
  }
}

/** @returns the ids of a post's category and tags; those that cannot be created are left out. */
export async function termIds(
  site: Site,
  { category, tags }: { category: string; tags: readonly string[] },
  http: HttpTools,
): Promise<{ categories: number[]; tags: number[] }> {
  const ids: number[] = []
  for (const tag of tags) {
    // One after another, because two spellings of one tag could be created at the same time.
    // oxlint-disable-next-line no-await-in-loop
    const id = await termId(site, 'tags', tag, http)
    if (id !== null && !ids.includes(id)) ids.push(id)
  }
  const id = category === '' ? null : await termId(site, 'categories', category, http)
  return { categories: id === null ? [] : [id], tags: ids }
}
