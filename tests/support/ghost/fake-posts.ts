import { invalid, notFound, refusal, type Answer } from './fake-answer.ts'

export type FakePost = {
  id: string
  uuid: string
  url: string
  slug: string
  title: string
  status: string
  lexical: string
  html: string
  custom_excerpt: string | null
  feature_image: string | null
  feature_image_alt: string | null
  feature_image_caption: string | null
  meta_title: string | null
  meta_description: string | null
  published_at: string | null
  updated_at: string
  tags: { name: string; slug: string; visibility: string }[]
}

type Given = Partial<Omit<FakePost, 'tags'>> & { tags?: { name: string }[] }

/** Ghost makes slugs of small Latin letters, and gives private tags (`#name`) the slug `hash-name`. */
function tagOf(name: string): FakePost['tags'][number] {
  const isPrivate = name.startsWith('#')
  const slug = name.replace(/^#/u, 'hash-').toLowerCase().replaceAll(/\s+/gu, '-')
  return { name, slug, visibility: isPrivate ? 'internal' : 'public' }
}

/** Ghost renders an HTML card as it is, between comments. Any other node is left out here: Midad sends none. */
function htmlOf(lexical: string): string {
  const { root } = JSON.parse(lexical) as { root: { children: { type: string; html?: string }[] } }
  return root.children
    .filter(({ type }) => type === 'html')
    .map(({ html = '' }) => `\n<!--kg-card-begin: html-->\n${html}\n<!--kg-card-end: html-->\n`)
    .join('')
}

const tooLong = (column: string, limit: number): string =>
  `Value in [${column}] exceeds maximum length of ${limit} characters. ${column}`

/** @returns why Ghost does not save these fields; null when it does. */
function fault({ title, custom_excerpt, meta_title, meta_description, feature_image_alt }: Given): string | null {
  const isOver = (text: string | null | undefined, limit: number): boolean => (text ?? '').length > limit
  if (isOver(custom_excerpt, 300)) return 'Validation failed for custom_excerpt.'
  if (isOver(meta_title, 300)) return 'Validation failed for meta_title.'
  if (isOver(meta_description, 500)) return 'Validation failed for meta_description.'
  if (isOver(title, 255)) return tooLong('posts.title', 255)
  return isOver(feature_image_alt, 191) ? tooLong('post_revisions.feature_image_alt', 191) : null
}

const EMPTY = {
  ...{ title: '', status: 'draft', lexical: '', html: '', custom_excerpt: null, feature_image: null },
  ...{ feature_image_alt: null, feature_image_caption: null, meta_title: null, meta_description: null },
  ...{ published_at: null, updated_at: '', tags: [] },
}

/** The posts of a site, with the rules by which Ghost reads and writes them. */
export function fakePosts(origin: () => string, tick: () => string) {
  const posts: FakePost[] = []

  /** A post that readers cannot see has the address of its preview. */
  const answer = (post: FakePost, status = 200): Answer => {
    post.url = `${origin()}/${post.status === 'published' ? post.slug : `p/${post.uuid}`}/`
    return { status, body: { posts: [post] } }
  }

  const save = (post: FakePost, { tags, lexical, ...fields }: Given): void => {
    Object.assign(post, fields, { updated_at: tick() })
    if (lexical !== undefined) Object.assign(post, { lexical, html: htmlOf(lexical) })
    if (tags !== undefined) post.tags = tags.map(({ name }) => tagOf(name))
    if (typeof post.published_at === 'string') post.published_at = new Date(post.published_at).toISOString()
    if (post.status === 'published') post.published_at ??= post.updated_at
  }

  const freeSlug = (slug: string): string => {
    const isTaken = (each: string): boolean => posts.some((post) => post.slug === each)
    let free = slug
    for (let number = 2; isTaken(free); number += 1) free = `${slug}-${number}`
    return free
  }

  return {
    posts,
    browse(query: URLSearchParams): Answer {
      const filter = query.get('filter')
      const [, slug] = /^tag:([\w-]+)\+status:\[draft,scheduled,published,sent\]$/u.exec(filter ?? '') ?? []
      if (filter !== null && slug === undefined) {
        const message = 'Request not understood error, cannot list posts.'
        return refusal(400, 'BadRequestError', message, 'Error parsing filter')
      }
      const found = posts.filter((post) => slug === undefined || post.tags.some((tag) => tag.slug === slug))
      found.forEach((post) => answer(post))
      return { status: 200, body: { posts: found.slice(0, Number(query.get('limit') ?? 15)) } }
    },
    read(id: string): Answer {
      // Ghost has no more words for it.
      if (!/^[0-9a-f]{24}$/u.test(id)) return invalid('read', 'Validation (matches) failed for id undefined.id')
      const post = posts.find((each) => each.id === id)
      return post === undefined ? notFound('read') : answer(post)
    },
    add(given: Given): Answer {
      const why = fault(given)
      if (why !== null) return invalid('add', why)
      const number = String(posts.length + 1)
      const post = {
        ...{ id: number.padStart(24, '0'), uuid: `00000000-0000-4000-8000-${number.padStart(12, '0')}`, url: '' },
        ...{ ...EMPTY, slug: '' },
      }
      const slug = freeSlug(given.slug ?? 'untitled')
      save(post, { ...given, slug })
      posts.push(post)
      return answer(post, 201)
    },
    edit(id: string, given: Given): Answer {
      if (given.updated_at === undefined) return invalid('edit', 'Validation failed for 0.')
      const post = posts.find((each) => each.id === id)
      if (post === undefined) return notFound('edit')
      if (given.status === 'scheduled' && post.status === 'published') {
        return invalid('edit', 'Your post is already published, please reload your page.')
      }
      const why = fault(given)
      if (why !== null) return invalid('edit', why)
      if (given.updated_at !== post.updated_at && isChanged(post, given)) {
        const message = 'Saving failed! Someone else is editing this post.'
        return refusal(409, 'UpdateCollisionError', message, message, 'UPDATE_COLLISION')
      }
      save(post, given)
      return answer(post)
    },
  }
}

/** Ghost lets an older copy of a post save what the post already has. */
function isChanged(post: FakePost, { tags: _tags, updated_at: _time, ...fields }: Given): boolean {
  return Object.entries(fields).some(([name, value]) => post[name as keyof FakePost] !== value)
}
