import { z } from 'zod'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import type { ComparedText } from '#core/contract/deliveries.ts'
import type { GhostConfig } from '#core/export/destinations/ghost.ts'
import { htmlLines } from '#core/export/compared.ts'
import { fillGhostPlaces, ghostPost, type GhostPost } from '#core/export/targets/ghost/post.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { hostOf, type Answer } from '../../http.ts'
import { ConflictFound, type Job, type Kind, type Outcome } from '../../kind.ts'
import { isPlainHttp } from '../../plain-http.ts'
import { DeliveryProblem } from '../../problem.ts'
import { ghostApi, type GhostApi } from './api.ts'

type GhostJob = Job<GhostConfig>

const postSchema = z.looseObject({
  id: z.string().min(1).max(64),
  url: z.string(),
  status: z.string(),
  slug: z.string(),
  title: z.string(),
  lexical: z.string().nullish(),
  html: z.string().nullish(),
  custom_excerpt: z.string().nullish(),
  feature_image: z.string().nullish(),
  published_at: z.string().nullish(),
  updated_at: z.string(),
  tags: z.array(z.looseObject({ name: z.string() })).default([]),
})
type Post = z.infer<typeof postSchema>
const postsSchema = z.looseObject({ posts: z.array(postSchema) })
const imagesSchema = z.looseObject({ images: z.array(z.looseObject({ url: z.string() })).min(1) })

const remoteSchema = z.object({
  post: z.string().nullable(),
  link: z.string().nullable(),
  sentHash: z.string().nullable(),
  fingerprint: z.string().nullable(),
  /** When it was to be shown after that; null where nobody knows. */
  shownAt: z.string().nullable(),
  /** Whether we began to write the post and have not heard how that ended. */
  writing: z.boolean(),
  theirs: z.string().nullable(),
  theirsShownAt: z.string().nullable(),
  /** Addresses of pictures, by hash. */
  images: z.record(z.string(), z.string()),
})
type Remote = z.infer<typeof remoteSchema>
const NOTHING: Remote = {
  post: null,
  link: null,
  sentHash: null,
  fingerprint: null,
  shownAt: null,
  writing: false,
  theirs: null,
  theirsShownAt: null,
  images: {},
}

function readRemote(remote: DeliveryProgress['remote']): Remote {
  const parsed = remoteSchema.safeParse({ ...NOTHING, ...remote })
  return parsed.success ? parsed.data : NOTHING
}

function payloadOf(payload: Uint8Array): GhostPost {
  return JSON.parse(Buffer.from(payload).toString('utf8')) as GhostPost
}

function read<T>(answer: Answer, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(answer.json)
  if (parsed.success) return parsed.data
  throw new DeliveryProblem('not-json', { host: hostOf(answer.url) })
}

const FORMATS = { formats: 'html,lexical', include: 'tags' }

/** By the id that we remember, then by the private tag that marks whatever we send. */
async function findPost(api: GhostApi, mark: string, known: string | null): Promise<Post | null> {
  if (known !== null) {
    const answer = await api.call('GET', `posts/${encodeURIComponent(known)}/`, { query: FORMATS })
    if (answer.status === 200) return read(answer, postsSchema).posts[0] ?? null
  }
  const filter = `tag:hash-${mark}+status:[draft,scheduled,published,sent]`
  const answer = await api.call('GET', 'posts/', { query: { ...FORMATS, filter, limit: '1' } })
  return read(answer, postsSchema).posts[0] ?? null
}

/** A scheduled post becomes public by itself: that is nobody's change. */
const plainStatus = (status: string): string => (status === 'scheduled' ? 'published' : status)

function fingerprint(post: Post): string {
  const { title, lexical, custom_excerpt, slug, feature_image, tags } = post
  const values = [title, lexical ?? '', custom_excerpt ?? '', slug, feature_image ?? '', plainStatus(post.status)]
  return sha256Hex(canonicalJson([...values, tags.map(({ name }) => name).toSorted()]))
}

/** When readers will see what is scheduled; empty for all else. Ghost keeps whole seconds. */
function shownAt({ status, published_at: at }: Post): string {
  const time = status === 'scheduled' && typeof at === 'string' ? Date.parse(at) : Number.NaN
  return Number.isNaN(time) ? '' : new Date(Math.floor(time / 1000) * 1000).toISOString()
}

const standing = (post: Post): Pick<Remote, 'fingerprint' | 'shownAt'> => ({
  fingerprint: fingerprint(post),
  shownAt: shownAt(post),
})

function textOf(post: Post): ComparedText {
  return { title: post.title, excerpt: post.custom_excerpt ?? '', blocks: htmlLines(post.html ?? '') }
}

function ownText({ title, excerpt, html }: GhostPost): ComparedText {
  return { title, excerpt, blocks: htmlLines(html) }
}

const flat = ({ title, excerpt, blocks }: ComparedText): string =>
  [title, excerpt, ...blocks].join('').replaceAll(/\s+/gu, '')
const isLive = ({ status }: Post): boolean => status === 'published' || status === 'scheduled'

/** @throws ConflictFound when somebody changed the post since. */
function adopt(found: Post, post: GhostPost, remote: Remote, job: GhostJob): Remote {
  const now = standing(found)
  const known = { ...remote, post: found.id, link: found.url }
  // One that is public by now was not moved, and whoever only asks whether it is takes it as it is.
  const isKnown = job.isAsking || remote.shownAt === null || now.shownAt === ''
  const isMoved = !isKnown && remote.shownAt !== now.shownAt
  if (remote.fingerprint === now.fingerprint && !isMoved) return known
  const isPerhapsOurs = remote.writing || remote.fingerprint === null
  if (isPerhapsOurs && isLive(found) && flat(textOf(found)) === flat(ownText(post))) return { ...known, ...now }
  const isSeen = remote.theirs === now.fingerprint && remote.theirsShownAt === now.shownAt
  if (job.choice === 'overwrite' && isSeen) return { ...known, ...now, sentHash: null }
  job.record({ ...known, theirs: now.fingerprint, theirsShownAt: now.shownAt })
  throw new ConflictFound({ theirs: textOf(found), theirsChangedAt: found.updated_at })
}

async function sendPictures(api: GhostApi, job: GhostJob, post: GhostPost, before: Remote): Promise<Remote> {
  const images = { ...before.images }
  for (const [index, picture] of post.pictures.entries()) {
    if (images[picture.hash] === undefined) {
      const { hash, alt, caption, credit, date, fileName, mediaType } = picture
      const bytes = new Uint8Array(job.tools.picture(hash, { alt, caption, credit, date }))
      const form = new FormData()
      form.set('file', new Blob([bytes], { type: mediaType }), fileName)
      form.set('purpose', 'image')
      form.set('ref', hash)
      // One at a time, each written down before the next.
      // oxlint-disable-next-line no-await-in-loop
      const answer = await api.call('POST', 'images/upload/', { body: form, name: fileName })
      const [image] = read(answer, imagesSchema).images
      images[hash] = image?.url ?? ''
    }
    job.record({ ...before, images: { ...images } }, { done: index + 1, total: post.pictures.length })
  }
  return { ...before, images }
}

/** Ghost's own document with one card of HTML in it. */
function lexicalOf(html: string): string {
  const root = {
    children: [{ type: 'html', version: 1, html }],
    direction: null,
    format: '',
    indent: 0,
    type: 'root',
    version: 1,
  }
  return JSON.stringify({ root })
}

function fieldsOf(post: GhostPost, found: Post | null, { images }: Remote, now: string): Record<string, unknown> {
  const isEarly = post.embargo !== null && post.embargo > now
  const { featured } = post
  return {
    title: post.title,
    lexical: lexicalOf(fillGhostPlaces(post, images)),
    custom_excerpt: post.excerpt === '' ? null : post.excerpt,
    tags: [...post.tags, `#${post.mark}`].map((name) => ({ name })),
    feature_image: featured === null ? null : (images[featured.hash] ?? null),
    feature_image_alt: featured === null || featured.alt === '' ? null : featured.alt,
    feature_image_caption: featured === null || featured.caption === '' ? null : featured.caption,
    meta_title: post.metaTitle === '' ? null : post.metaTitle,
    meta_description: post.metaDescription === '' ? null : post.metaDescription,
    status: isEarly ? 'scheduled' : 'published',
    ...(isEarly ? { published_at: post.embargo } : found?.status === 'scheduled' ? { published_at: now } : {}),
    // The address that readers have stays as it is.
    ...(found === null ? { slug: post.slug } : { updated_at: found.updated_at }),
  }
}

function outcomeOf(post: Post, remote: Remote, isUnchanged: boolean): Outcome {
  const { published_at: date } = post
  return {
    ...{ remote, link: post.url, isUnchanged, isPublic: post.status === 'published' },
    scheduledFor: post.status === 'scheduled' && typeof date === 'string' ? new Date(date).toISOString() : null,
  }
}

async function push(api: GhostApi, job: GhostJob): Promise<Outcome> {
  const post = payloadOf(job.payload)
  const sentHash = sha256Hex(job.payload)
  const now = job.tools.now()
  let remote = readRemote(job.remote)
  const found = await findPost(api, post.mark, remote.post)
  remote =
    found === null
      ? { ...remote, post: null, link: null, fingerprint: null, shownAt: null }
      : adopt(found, post, remote, job)
  const isOverdue = found?.status === 'scheduled' && (post.embargo === null || post.embargo <= now)
  if (
    found !== null &&
    isLive(found) &&
    !isOverdue &&
    remote.sentHash === sentHash &&
    remote.fingerprint === fingerprint(found)
  ) {
    return outcomeOf(found, remote, true)
  }
  remote = await sendPictures(api, job, post, remote)
  const body = { posts: [fieldsOf(post, found, remote, now)] }
  job.record({ ...remote, writing: true })
  const answer =
    found === null
      ? await api.call('POST', 'posts/', { query: FORMATS, body })
      : await api.call('PUT', `posts/${encodeURIComponent(found.id)}/`, { query: FORMATS, body })
  if (answer.status === 409) return collided(api, job, post, remote)
  const [made] = read(answer, postsSchema).posts
  if (made === undefined) throw new DeliveryProblem('not-json', { host: hostOf(answer.url) })
  const known = {
    ...remote,
    post: made.id,
    link: made.url,
    sentHash,
    ...standing(made),
    writing: false,
    theirs: null,
    theirsShownAt: null,
  }
  return outcomeOf(made, known, false)
}

/** Somebody saved the post between our reading and our writing. */
async function collided(api: GhostApi, job: GhostJob, post: GhostPost, remote: Remote): Promise<never> {
  const found = await findPost(api, post.mark, remote.post)
  if (found === null) throw new DeliveryProblem('interrupted', { host: hostOf(job.config.address) })
  job.record({ ...remote, writing: false, theirs: fingerprint(found), theirsShownAt: shownAt(found) })
  throw new ConflictFound({ theirs: textOf(found), theirsChangedAt: found.updated_at })
}

/** Ghost has no bin, and what it deletes is gone: what is killed becomes a draft too, which no reader sees. */
async function takeDown(api: GhostApi, job: GhostJob): Promise<Outcome> {
  const remote = readRemote(job.remote)
  const nothing = { link: null, isPublic: false, scheduledFor: null }
  const found = await findPost(api, payloadOf(job.payload).mark, remote.post)
  if (found === null && remote.writing) {
    // It may still be at the post that it was sent last: it is looked for once more, later.
    job.record({ ...remote, writing: false })
    throw new DeliveryProblem('interrupted', { host: hostOf(job.config.address) })
  }
  if (found === null) return { ...nothing, remote, isUnchanged: true }
  if (found.status === 'draft') {
    return { ...nothing, remote: { ...remote, sentHash: null, ...standing(found) }, isUnchanged: true }
  }
  const body = { posts: [{ status: 'draft', updated_at: found.updated_at }] }
  const answer = await api.call('PUT', `posts/${encodeURIComponent(found.id)}/`, { query: FORMATS, body })
  // Saved by somebody in this very moment: it is tried again with what they saved.
  if (answer.status === 409) throw new DeliveryProblem('interrupted', { host: hostOf(answer.url) })
  const [down] = read(answer, postsSchema).posts
  const known = {
    ...remote,
    post: found.id,
    link: null,
    sentHash: null,
    ...(down === undefined ? { fingerprint: null, shownAt: null } : standing(down)),
  }
  return { ...nothing, remote: known, isUnchanged: false }
}

/** @returns how the post stands that was sent without hearing the answer; null when it did not arrive. */
async function unheard(api: GhostApi, job: GhostJob): Promise<Outcome | null> {
  const post = payloadOf(job.payload)
  const remote = readRemote(job.remote)
  const found = await findPost(api, post.mark, remote.post)
  if (found === null || !isLive(found) || flat(textOf(found)) !== flat(ownText(post))) return null
  const known = { post: found.id, link: found.url, ...standing(found), writing: false, theirs: null }
  // Its words are ours; whether its pictures are is not known, so that the next sending writes it anew.
  return outcomeOf(found, { ...remote, ...known, sentHash: null }, false)
}

/** Ghost over its Admin API, with the key of an integration. */
export const ghost: Kind<GhostConfig> = {
  plan: async ({ article, edition }, { sections }) => Buffer.from(canonicalJson(ghostPost(article, sections, edition))),
  deliver(job) {
    const api = ghostApi(job.config, job.secret, job.tools)
    return job.action === 'withdraw' || job.action === 'kill' ? takeDown(api, job) : push(api, job)
  },
  // Ghost offers no way to take a picture away again.
  rollBack: async ({ remote }) => ({ ...readRemote(remote), writing: false }),
  isUnheard: (remote) => readRemote(remote).writing,
  unheard: (job) => unheard(ghostApi(job.config, job.secret, job.tools), job),
  hasLeftovers: (remote) => readRemote(remote).writing,
  keepTheirs(remote, payload) {
    const known = readRemote(remote)
    const seen = { fingerprint: known.theirs, shownAt: known.theirsShownAt }
    return { ...known, ...seen, theirs: null, theirsShownAt: null, sentHash: sha256Hex(payload) }
  },
  compared: (payload) => ownText(payloadOf(payload)),
  async test(config, secret, tools) {
    const api = ghostApi(config, secret, tools)
    const { title } = await api.site()
    await api.call('GET', 'posts/', { query: { limit: '1', fields: 'id' } })
    const params = { host: hostOf(config.address) }
    const findings = isPlainHttp(config.address) ? [{ code: 'plain-http', severity: 'warning', params } as const] : []
    return { findings, site: title, account: '' }
  },
}
