import type { ComparedText } from '#core/contract/deliveries.ts'
import type { GhostConfig } from '#core/export/destinations/ghost.ts'
import { fillGhostPlaces, type GhostPost } from '#core/export/targets/ghost/post.ts'
import { hostOf } from '../../http.ts'
import { ConflictFound, type Job, type Outcome } from '../../kind.ts'
import { DeliveryProblem } from '../../problem.ts'
import { postHash } from '../post-format.ts'
import type { GhostApi } from './api.ts'
import { ghostPayload } from './payload.ts'
import { sendPictures } from './pictures.ts'
import {
  findPost,
  fingerprint,
  firstPost,
  hasSameWords,
  isLive,
  shownAt,
  snapshot,
  textOf,
  WITH_TEXT,
  type Post,
} from './posts.ts'
import { NO_POST, readRemote, type GhostRemote } from './remote.ts'

type GhostJob = Job<GhostConfig>

/**
 * Creates or changes the post: pictures first, then one request for the post.
 * @throws DeliveryProblem, ConflictFound
 */
export async function push(api: GhostApi, job: GhostJob): Promise<Outcome> {
  const post = ghostPayload.read(job.payload)
  const sentHash = postHash(post)
  const now = job.tools.now()
  let remote = readRemote(job.remote)
  const found = await findPost(api, post.mark, remote.post)
  // The choice counts for a deletion only: a person who overwrites a change has not seen that the post is gone.
  if (found === null && remote.sentHash !== null && (job.choice !== 'overwrite' || remote.theirs !== null)) {
    job.record({ ...remote, ...NOT_ASKED })
    throw new DeliveryProblem('deleted-there')
  }
  remote =
    found === null
      ? { ...remote, post: null, link: null, fingerprint: null, shownAt: null }
      : await adopt(found, post, remote, job)
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
  // Somebody at the site may have published it before its time.
  if (found?.status === 'published' && post.embargo !== null && post.embargo > now) {
    throw new DeliveryProblem('already-public')
  }
  remote = await sendPictures(api, job, post, remote)
  const body = { posts: [fieldsOf(post, found, remote, now)] }
  job.record({ ...remote, writing: true })
  const answer =
    found === null
      ? await api.call('POST', 'posts/', { query: WITH_TEXT, body })
      : await api.call('PUT', `posts/${encodeURIComponent(found.id)}/`, { query: WITH_TEXT, body })
  if (answer.status === 409) return refuseCollision(api, job, post, remote)
  const made = firstPost(answer)
  if (made === undefined) throw new DeliveryProblem('not-json', { host: hostOf(answer.url) })
  const known = { ...remote, post: made.id, link: made.url, sentHash, ...snapshot(made), writing: false, ...NOT_ASKED }
  return outcomeOf(made, known, false)
}

const NOT_ASKED = { theirs: null, theirsShownAt: null }

/**
 * Takes a post that was found for ours, unless somebody changed it.
 * @throws ConflictFound
 */
async function adopt(found: Post, post: GhostPost, remote: GhostRemote, job: GhostJob): Promise<GhostRemote> {
  const now = snapshot(found)
  const known = { ...remote, post: found.id, link: found.url }
  // A post that is public by now was not rescheduled; and when we only ask whether it is public, any schedule is
  // accepted.
  const isKnown = job.isAsking || remote.shownAt === null || now.shownAt === ''
  const isMoved = !isKnown && remote.shownAt !== now.shownAt
  if (remote.fingerprint === now.fingerprint && !isMoved) return known
  // A post that we sent without getting the answer, or whose id we lost, is live and has our words.
  const isPerhapsOurs = remote.writing || remote.fingerprint === null
  const theirs = await theirText(found, job)
  if (isPerhapsOurs && isLive(found) && hasSameWords(theirs, post)) return { ...known, ...now }
  // A person saw this very version and chose to overwrite it.
  const isSeen = remote.theirs === now.fingerprint && remote.theirsShownAt === now.shownAt
  if (job.choice === 'overwrite' && isSeen) return { ...known, ...now, sentHash: null }
  job.record({ ...known, theirs: now.fingerprint, theirsShownAt: now.shownAt })
  throw new ConflictFound({ theirs, theirsChangedAt: found.updated_at })
}

function theirText(found: Post, { tools, config }: GhostJob): Promise<ComparedText> {
  return textOf(found, tools.http, hostOf(config.address))
}

/** @returns Ghost's own document format, with one HTML card in it. */
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

/** Ghost finds an account by either. A post whose byline has none keeps the author that it has there. */
function authorsOf({ authors = [] }: GhostPost): Record<string, unknown> {
  if (authors.length === 0) return {}
  return { authors: authors.map((account) => (account.includes('@') ? { email: account } : { slug: account })) }
}

function fieldsOf(post: GhostPost, found: Post | null, { images }: GhostRemote, now: string): Record<string, unknown> {
  const isEarly = post.embargo !== null && post.embargo > now
  const { featured } = post
  return {
    title: post.title,
    lexical: lexicalOf(fillGhostPlaces(post, images)),
    custom_excerpt: post.excerpt === '' ? null : post.excerpt,
    tags: [...post.tags, `#${post.mark}`].map((name) => ({ name })),
    ...authorsOf(post),
    feature_image: featured === null ? null : (images[featured.hash] ?? null),
    feature_image_alt: featured === null || featured.alt === '' ? null : featured.alt,
    feature_image_caption: featured === null || featured.caption === '' ? null : featured.caption,
    meta_title: post.metaTitle === '' ? null : post.metaTitle,
    meta_description: post.metaDescription === '' ? null : post.metaDescription,
    status: isEarly ? 'scheduled' : 'published',
    ...(isEarly ? { published_at: post.embargo } : found?.status === 'scheduled' ? { published_at: now } : {}),
    // The slug of an existing post stays, because readers have its address.
    ...(found === null ? { slug: post.slug } : { updated_at: found.updated_at }),
  }
}

function outcomeOf(post: Post, remote: GhostRemote, isUnchanged: boolean): Outcome {
  const { published_at: date } = post
  return {
    ...{ remote, link: post.url, isUnchanged, isPublic: post.status === 'published' },
    scheduledFor: post.status === 'scheduled' && typeof date === 'string' ? new Date(date).toISOString() : null,
  }
}

/** Reports a conflict after somebody saved the post between our reading and our writing. */
async function refuseCollision(api: GhostApi, job: GhostJob, post: GhostPost, remote: GhostRemote): Promise<never> {
  const found = await findPost(api, post.mark, remote.post)
  if (found === null) throw new DeliveryProblem('interrupted', { host: hostOf(job.config.address) })
  job.record({ ...remote, writing: false, theirs: fingerprint(found), theirsShownAt: shownAt(found) })
  throw new ConflictFound({ theirs: await theirText(found, job), theirsChangedAt: found.updated_at })
}

/**
 * Makes the post a draft, which no reader sees. A killed one too: Ghost has no bin, and a post that it deletes is gone.
 * @throws DeliveryProblem
 */
export async function takeDown(api: GhostApi, job: GhostJob): Promise<Outcome> {
  const remote = readRemote(job.remote)
  const nothing = { link: null, isPublic: false, scheduledFor: null }
  const found = await findPost(api, ghostPayload.read(job.payload).mark, remote.post)
  if (found === null && remote.writing) {
    // Ghost may still be working on the last request: the post is looked for once more, later.
    job.record({ ...remote, writing: false })
    throw new DeliveryProblem('interrupted', { host: hostOf(job.config.address) })
  }
  if (found === null) return { ...nothing, remote: { ...remote, ...NO_POST }, isUnchanged: true }
  if (found.status === 'draft') {
    return { ...nothing, remote: { ...remote, sentHash: null, ...snapshot(found) }, isUnchanged: true }
  }
  const body = { posts: [{ status: 'draft', updated_at: found.updated_at }] }
  const answer = await api.call('PUT', `posts/${encodeURIComponent(found.id)}/`, { query: WITH_TEXT, body })
  // Somebody saved it in the meantime: the next attempt starts from what they saved.
  if (answer.status === 409) throw new DeliveryProblem('interrupted', { host: hostOf(answer.url) })
  const down = firstPost(answer)
  const known = {
    ...remote,
    post: found.id,
    link: null,
    sentHash: null,
    ...(down === undefined ? { fingerprint: null, shownAt: null } : snapshot(down)),
  }
  return { ...nothing, remote: known, isUnchanged: false }
}

/**
 * Looks for a post that was sent without getting the answer.
 * @returns null when it did not arrive.
 * @throws DeliveryProblem
 */
export async function findUnconfirmed(api: GhostApi, job: GhostJob): Promise<Outcome | null> {
  const post = ghostPayload.read(job.payload)
  const remote = readRemote(job.remote)
  const found = await findPost(api, post.mark, remote.post)
  if (found === null || !isLive(found) || !hasSameWords(await theirText(found, job), post)) return null
  const known = { post: found.id, link: found.url, ...snapshot(found), writing: false, theirs: null }
  // The words are ours, but the pictures may not be: without `sentHash` the next delivery writes the post again.
  return outcomeOf(found, { ...remote, ...known, sentHash: null }, false)
}
