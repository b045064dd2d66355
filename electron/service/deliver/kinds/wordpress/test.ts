import { z } from 'zod'
import type { TestFinding } from '#core/contract/destinations.ts'
import type { WordpressConfig } from '#core/export/destinations/wordpress.ts'
import { hostOf, shown } from '../../http.ts'
import type { KindTools } from '../../kind.ts'
import { isPlainHttp } from '../../plain-http.ts'
import { DeliveryProblem } from '../../problem.ts'
import { findSite } from './site.ts'

const meSchema = z.looseObject({
  name: z.string().default(''),
  capabilities: z.record(z.string(), z.unknown()).default({}),
})

/** Tests a site, and what the account may do there, without changing anything. @throws DeliveryProblem */
export async function testWordpress(
  config: WordpressConfig,
  secret: string | null,
  tools: KindTools,
): Promise<{ findings: TestFinding[]; site: string; account: string }> {
  if (secret === null) throw new DeliveryProblem('secret-missing')
  const site = await findSite(config, secret, tools, true)
  const params = { host: hostOf(config.address), address: config.address, account: config.account }
  if (!Array.isArray(site.index.namespaces) || !site.index.namespaces.includes('wp/v2')) {
    throw new DeliveryProblem('no-rest', params)
  }
  if (!site.index.passwords) throw new DeliveryProblem('passwords-off', params)
  const answer = await site.call('GET', 'wp/v2/users/me', { query: { context: 'edit' } })
  const me = meSchema.safeParse(answer.json)
  if (answer.status !== 200 || !me.success) throw new DeliveryProblem('not-json', params)
  const may = (capability: string): boolean => me.data.capabilities[capability] === true
  const found = (code: TestFinding['code'], severity: TestFinding['severity'], isSo: boolean): TestFinding[] =>
    isSo ? [{ code, severity, params }] : []
  return {
    findings: [
      ...found('role-too-low', 'error', !may('publish_posts') || !may('upload_files')),
      ...found('plain-http', 'warning', isPlainHttp(config.address)),
      ...found('no-new-categories', 'warning', may('publish_posts') && !may('manage_categories')),
    ],
    site: site.index.name,
    account: shown(me.data.name),
  }
}
