import type { Wordpress } from './start.ts'

/** The fields of a post that tests read. */
export type RestPost = {
  id: number
  link: string
  status: string
  slug: string
  date_gmt: string
  title: { raw: string; rendered: string }
  content: { raw: string; rendered: string }
  excerpt: { raw: string }
  categories: number[]
  tags: number[]
  featured_media: number
}
export type RestMedia = {
  id: number
  slug: string
  source_url: string
  alt_text: string
  caption: { raw: string }
  title: { raw: string }
  media_details: { sizes: Record<string, unknown>; image_meta: Record<string, unknown> }
}

const EVERY = 'publish,future,draft,pending,private,trash'

/** Asks a WordPress as its editor, without Midad: tests compare with its answers. */
export function rest({ url, accounts }: Wordpress) {
  const { login, password } = accounts.editor
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/wp-json/wp/v2/${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  return {
    ask,
    /** All posts in any state, except WordPress' sample post. */
    posts: async () =>
      (await ask<RestPost[]>('GET', `posts?context=edit&per_page=100&status=${EVERY}`)).filter(({ id }) => id !== 1),
    media: () => ask<RestMedia[]>('GET', 'media?context=edit&per_page=100'),
    term: async (kind: 'categories' | 'tags', id: number) => (await ask<{ name: string }>('GET', `${kind}/${id}`)).name,
  }
}
