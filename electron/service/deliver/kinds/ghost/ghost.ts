import type { GhostConfig } from '#core/export/destinations/ghost.ts'
import { ghostPost } from '#core/export/targets/ghost/post.ts'
import { hostOf } from '../../http.ts'
import type { Kind } from '../../kind.ts'
import { isPlainHttp } from '../../plain-http.ts'
import { postHash } from '../post-format.ts'
import { ghostApi } from './api.ts'
import { ghostPayload } from './payload.ts'
import { ownText } from './posts.ts'
import { findUnconfirmed, push, takeDown } from './push.ts'
import { NO_POST, readRemote } from './remote.ts'

/** Ghost over its Admin API, with the key of an integration. */
export const ghost: Kind<GhostConfig> = {
  plan: async ({ article, edition }, config) => ghostPayload.write(ghostPost(article, config, edition)),
  isCurrent: ghostPayload.isCurrent,
  deliver(job) {
    const api = ghostApi(job.config, job.secret, job.tools)
    return job.action === 'withdraw' || job.action === 'kill' ? takeDown(api, job) : push(api, job)
  },
  // The Admin API cannot delete pictures.
  rollBack: async ({ remote }) => ({ ...readRemote(remote), writing: false }),
  isUnconfirmed: (remote) => readRemote(remote).writing,
  findUnconfirmed: (job) => findUnconfirmed(ghostApi(job.config, job.secret, job.tools), job),
  hasLeftovers: (remote) => readRemote(remote).writing,
  keepTheirs(remote, payload) {
    const known = readRemote(remote)
    const seen = { fingerprint: known.theirs, shownAt: known.theirsShownAt }
    return { ...known, ...seen, theirs: null, theirsShownAt: null, sentHash: postHash(ghostPayload.read(payload)) }
  },
  forget: (remote) => ({ ...readRemote(remote), ...NO_POST }),
  comparedText: (payload) => ownText(ghostPayload.read(payload)),
  async test(config, secret, tools) {
    const api = ghostApi(config, secret, tools)
    const { title } = await api.site()
    await api.call('GET', 'posts/', { query: { limit: '1', fields: 'id' } })
    const params = { host: hostOf(config.address) }
    const findings = isPlainHttp(config.address) ? [{ code: 'plain-http', severity: 'warning', params } as const] : []
    return { findings, site: title, account: '' }
  },
}
