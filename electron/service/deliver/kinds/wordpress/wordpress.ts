import type { WordpressConfig } from '#core/export/destinations/wordpress.ts'
import { wordpressPost } from '#core/export/targets/wordpress/post.ts'
import type { Job, Kind, KindTools } from '../../kind.ts'
import { DeliveryProblem } from '../../problem.ts'
import { postHash } from '../post-format.ts'
import { removeMedia } from './media.ts'
import { wordpressPayload } from './payload.ts'
import { ownText } from './posts.ts'
import { findUnconfirmed, push, takeDown } from './push.ts'
import { NO_POST, readRemote } from './remote.ts'
import { findSite, type Site } from './site.ts'
import { testWordpress } from './test.ts'

function connect({
  config,
  secret,
  tools,
}: {
  config: WordpressConfig
  secret: string | null
  tools: KindTools
}): Promise<Site> {
  if (secret === null) throw new DeliveryProblem('secret-missing')
  return findSite(config, secret, tools, false)
}

/** Deletes the pictures that were uploaded for a post that was never written. */
async function rollBack(job: Job<WordpressConfig>): Promise<Job<WordpressConfig>['remote']> {
  const remote = { ...readRemote(job.remote), writing: false }
  const site = await connect(job)
  for (const id of [...remote.fresh]) {
    // One at a time, and each is recorded before the next.
    // oxlint-disable-next-line no-await-in-loop
    await removeMedia(site, id)
    remote.media = Object.fromEntries(Object.entries(remote.media).filter(([, media]) => media.id !== id))
    remote.fresh = remote.fresh.filter((each) => each !== id)
    job.record(remote)
  }
  return remote
}

/** WordPress over REST, with an application password. Stock WordPress: no plugin of ours. */
export const wordpress: Kind<WordpressConfig> = {
  plan: async ({ article, edition }, { sections, authors }) =>
    wordpressPayload.write(wordpressPost(article, sections, edition.house.digits, authors)),
  isCurrent: wordpressPayload.isCurrent,
  async deliver(job) {
    const site = await connect(job)
    return job.action === 'withdraw' || job.action === 'kill' ? takeDown(site, job) : push(site, job)
  },
  rollBack,
  isUnconfirmed: (remote) => readRemote(remote).writing,
  findUnconfirmed: async (job) => findUnconfirmed(await connect(job), job),
  hasLeftovers(remote) {
    const { fresh, writing } = readRemote(remote)
    return writing || fresh.length > 0
  },
  keepTheirs(remote, payload) {
    const known = readRemote(remote)
    const { theirs: fingerprint, theirsShownAt: shownAt } = known
    const sentHash = postHash(wordpressPayload.read(payload))
    return { ...known, fingerprint, shownAt, theirs: null, theirsShownAt: null, sentHash }
  },
  forget: (remote) => ({ ...readRemote(remote), ...NO_POST }),
  comparedText: (payload) => ownText(wordpressPayload.read(payload)),
  test: testWordpress,
}
