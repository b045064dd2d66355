import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import type { GhostConfig } from '#core/export/destinations/ghost.ts'
import { ghostPost } from '#core/export/targets/ghost/post.ts'
import { hostOf } from '../../http.ts'
import type { Kind } from '../../kind.ts'
import { isPlainHttp } from '../../plain-http.ts'
import { ghostApi } from './api.ts'
import { ownText } from './posts.ts'
import { findUnconfirmed, payloadOf, push, takeDown } from './push.ts'
import { NO_POST, readRemote } from './remote.ts'

/** Ghost over its Admin API, with the key of an integration. */
export const ghost: Kind<GhostConfig> = {
  plan: async ({ article, edition }, config) => Buffer.from(canonicalJson(ghostPost(article, config, edition))),
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
    return { ...known, ...seen, theirs: null, theirsShownAt: null, sentHash: sha256Hex(payload) }
  },
  forget: (remote) => ({ ...readRemote(remote), ...NO_POST }),
  comparedText: (payload) => ownText(payloadOf(payload)),
  async test(config, secret, tools) {
    const api = ghostApi(config, secret, tools)
    const { title } = await api.site()
    await api.call('GET', 'posts/', { query: { limit: '1', fields: 'id' } })
    const params = { host: hostOf(config.address) }
    const findings = isPlainHttp(config.address) ? [{ code: 'plain-http', severity: 'warning', params } as const] : []
    return { findings, site: title, account: '' }
  },
}
