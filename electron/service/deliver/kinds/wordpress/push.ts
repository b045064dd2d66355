import type { WordpressConfig } from '#core/export/destinations/wordpress.ts'
import { fillPlaces } from '#core/export/targets/wordpress/media.ts'
import type { WordpressPost } from '#core/export/targets/wordpress/post.ts'
import { ConflictFound, type Job, type Outcome } from '../../kind.ts'
import { DeliveryProblem } from '../../problem.ts'
import { postHash } from '../post-format.ts'
import { authorId } from './authors.ts'
import { presentMedia, sendMedia, wordsHash, writeWords } from './media.ts'
import {
  changedAt,
  findPost,
  fingerprint,
  ownText,
  postOf,
  sameWords,
  shownAt,
  textOf,
  type RemotePost,
} from './posts.ts'
import { wordpressPayload } from './payload.ts'
import { NO_POST, readRemote, type WordpressRemote } from './remote.ts'
import type { Json, Site } from './site.ts'
import { termIds } from './terms.ts'

type WordpressJob = Job<WordpressConfig>

/**
 * Creates or changes the post: pictures first, then one request for the post.
 * @throws DeliveryProblem, ConflictFound
 */
export async function push(site: Site, job: WordpressJob): Promise<Outcome> {
  const post = wordpressPayload.read(job.payload)
  const sentHash = postHash(post)
  const now = job.tools.now()
  let remote = readRemote(job.remote)
  const found = await findPost(site, post, remote.post)
  if (isDeletedThere(found, remote)) {
    // The choice counts for a deletion only: a person who overwrites a change has not seen that the post is gone.
    if (job.choice !== 'overwrite' || remote.theirs !== null) {
      job.record({ ...remote, ...NOT_ASKED })
      throw new DeliveryProblem('deleted-there')
    }
    remote = { ...remote, sentHash: null }
  }
  if (found === null) remote = { ...remote, post: null, link: null, fingerprint: null, shownAt: null }
  else if (found.status === 'trash') remote = { ...remote, post: found.id, link: found.link, ...snapshot(found) }
  else remote = await adopt(site, found, post, remote, job)
  const isOverdue = found?.status === 'future' && (post.embargo === null || post.embargo <= now)
  if (
    found !== null &&
    isLive(found) &&
    !isOverdue &&
    remote.sentHash === sentHash &&
    remote.fingerprint === fingerprint(found)
  ) {
    return outcomeOf(found, { ...remote, fresh: [] }, true)
  }
  // Somebody at the site may have published it before its time. A schedule would take the page away from its readers.
  if (found?.status === 'publish' && post.embargo !== null && post.embargo > now) {
    throw new DeliveryProblem('already-public')
  }
  remote = await sendPictures(site, job, post, remote)
  const { categories, tags } = await termIds(site, post, job.tools.http)
  const author = await authorId(site, post.authors ?? [])
  const fields = fieldsOf(post, found, remote, now)
  const body = {
    ...{ ...fields, tags },
    ...(categories.length === 0 ? {} : { categories }),
    ...(author === null ? {} : { author }),
  }
  const path = found === null ? 'wp/v2/posts' : `wp/v2/posts/${found.id}`
  job.record({ ...remote, writing: true })
  const made = postOf(await site.call('POST', path, { query: { context: 'edit' }, body, name: ownText(post).title }))
  const { id, link } = made
  return outcomeOf(
    made,
    { ...remote, post: id, link, sentHash, ...snapshot(made), writing: false, ...NOT_ASKED, fresh: [] },
    false,
  )
}

const snapshot = (post: RemotePost): Pick<WordpressRemote, 'fingerprint' | 'shownAt'> => ({
  fingerprint: fingerprint(post),
  shownAt: shownAt(post),
})
const NOT_ASKED = { theirs: null, theirsShownAt: null }
const isLive = ({ status }: RemotePost): boolean => status === 'publish' || status === 'future'

/** @returns whether somebody at the site deleted the post, or moved it to the bin. A kill of ours does the latter too. */
function isDeletedThere(found: RemotePost | null, remote: WordpressRemote): boolean {
  if (found === null) return remote.sentHash !== null
  return found.status === 'trash' && remote.fingerprint !== fingerprint(found)
}

/**
 * Takes a post that was found for ours, unless somebody changed it.
 * @throws ConflictFound
 */
async function adopt(
  site: Site,
  found: RemotePost,
  post: WordpressPost,
  remote: WordpressRemote,
  job: WordpressJob,
): Promise<WordpressRemote> {
  const now = snapshot(found)
  const known = { ...remote, post: found.id, link: found.link }
  // When we only ask whether the post is public, any date is accepted. Before we overwrite a date, a person is asked.
  const isMoved = !job.isAsking && remote.shownAt !== null && remote.shownAt !== now.shownAt
  if (remote.fingerprint === now.fingerprint && !isMoved) return known
  // A post that we sent without getting the answer, or whose id we lost, is live and has our words.
  const isPerhapsOurs = remote.writing || remote.fingerprint === null
  const theirs = await textOf(found, job.tools.http, site.host)
  if (isPerhapsOurs && isLive(found) && sameWords(theirs, ownText(post))) return { ...known, ...now }
  // A person saw this very version and chose to overwrite it.
  const isSeen = remote.theirs === now.fingerprint && remote.theirsShownAt === now.shownAt
  if (job.choice === 'overwrite' && isSeen) return { ...known, ...now, sentHash: null }
  job.record({ ...known, theirs: now.fingerprint, theirsShownAt: now.shownAt })
  throw new ConflictFound({ theirs, theirsChangedAt: changedAt(found) })
}

async function sendPictures(
  site: Site,
  job: WordpressJob,
  post: WordpressPost,
  before: WordpressRemote,
): Promise<WordpressRemote> {
  const total = post.media.length
  const present = await presentMedia(
    site,
    post.media.flatMap(({ hash }) => before.media[hash]?.id ?? []),
  )
  const remote = { ...before, media: { ...before.media }, fresh: [...before.fresh] }
  for (const [index, media] of post.media.entries()) {
    const known = remote.media[media.hash]
    const isThere = known !== undefined && present.has(known.id)
    if (!isThere || known.words !== wordsHash(media)) {
      const { alt, caption, credit, date } = media
      const bytes = (): Promise<Uint8Array> => job.tools.picture(media.hash, { alt, caption, credit, date })
      // One at a time, and each is recorded before the next.
      // oxlint-disable-next-line no-await-in-loop
      const sent = await (isThere ? writeWords(site, media, known.id) : sendMedia(site, media, bytes))
      if (!isThere) remote.fresh.push(sent.id)
      remote.media[media.hash] = sent
    }
    job.record(remote, { done: index + 1, total })
  }
  return remote
}

function fieldsOf(post: WordpressPost, found: RemotePost | null, { media }: WordpressRemote, now: string): Json {
  const places = new Map(Object.entries(media))
  const isEarly = post.embargo !== null && post.embargo > now
  // WordPress keeps the date of a scheduled post unless it gets another.
  const date = isEarly ? post.embargo : found?.status === 'future' ? now : null
  // The slug of an existing post stays, because readers have its address. The bin renames a post, so it gets its slug
  // back.
  const isNewSlug = found === null || found.status === 'trash'
  return {
    title: post.title,
    content: fillPlaces(post.content, places),
    excerpt: post.excerpt,
    status: isEarly ? 'future' : 'publish',
    ...(date === null ? {} : { date_gmt: date.replace(/\.\d+Z$|Z$/u, '') }),
    ...(isNewSlug ? { slug: post.slug } : {}),
    featured_media: post.featured === null ? 0 : (media[post.featured]?.id ?? 0),
  }
}

function outcomeOf(post: RemotePost, remote: WordpressRemote, isUnchanged: boolean): Outcome {
  const date = post.date_gmt
  return {
    remote,
    link: post.link,
    isUnchanged,
    isPublic: post.status === 'publish',
    scheduledFor: post.status === 'future' && typeof date === 'string' ? new Date(`${date}Z`).toISOString() : null,
  }
}

/**
 * Looks for a post that was sent without getting the answer.
 * @returns null when it did not arrive.
 * @throws DeliveryProblem
 */
export async function findUnconfirmed(site: Site, job: WordpressJob): Promise<Outcome | null> {
  const post = wordpressPayload.read(job.payload)
  const remote = readRemote(job.remote)
  const found = await findPost(site, post, remote.post)
  if (found === null || !isLive(found)) return null
  if (!sameWords(await textOf(found, job.tools.http, site.host), ownText(post))) return null
  const known = { post: found.id, link: found.link, ...snapshot(found), writing: false, ...NOT_ASKED }
  // The words are ours, but the pictures may not be: without `sentHash` the next delivery writes the post again.
  return outcomeOf(found, { ...remote, ...known, sentHash: null, fresh: [] }, false)
}

/** Makes the post a draft, or puts it into the bin for a kill, even if somebody changed it. @throws DeliveryProblem */
export async function takeDown(site: Site, job: WordpressJob): Promise<Outcome> {
  const remote = readRemote(job.remote)
  const found = await findPost(site, wordpressPayload.read(job.payload), remote.post)
  const wanted = job.action === 'kill' ? 'trash' : 'draft'
  if (found === null && remote.writing) {
    // The site may still be working on the last request: the post is looked for once more, later.
    job.record({ ...remote, writing: false })
    throw new DeliveryProblem('interrupted', { host: site.host })
  }
  if (found === null || found.status === wanted || (wanted === 'draft' && found.status === 'trash')) {
    const known = found === null ? { ...remote, ...NO_POST } : { ...remote, sentHash: null, ...snapshot(found) }
    return { remote: known, link: null, isUnchanged: true, isPublic: false, scheduledFor: null }
  }
  const path = `wp/v2/posts/${found.id}`
  const answer =
    wanted === 'trash'
      ? await site.call('DELETE', path, { query: { context: 'edit' } })
      : await site.call('POST', path, { query: { context: 'edit' }, body: { status: 'draft' } })
  if (answer.status === 501) throw new DeliveryProblem('bin-off', { host: site.host })
  const down = postOf(answer)
  const now = { ...remote, post: down.id, link: null, sentHash: null, ...snapshot(down) }
  return { remote: now, link: null, isUnchanged: false, isPublic: false, scheduledFor: null }
}
