import { z } from 'zod'
import type { GhostConfig } from '#core/export/destinations/ghost.ts'
import { ask, hostOf, refuseCommon, shown, type Answer } from '../../http.ts'
import type { KindTools } from '../../kind.ts'
import { DeliveryProblem } from '../../problem.ts'
import { ghostToken } from './token.ts'

export type GhostApi = {
  /**
   * Sends a request as the integration.
   * @param path such as `posts/`.
   * @throws DeliveryProblem; a 404 or a 409 is returned.
   */
  call: (
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    options?: { query?: Record<string, string>; body?: Record<string, unknown> | FormData; name?: string },
  ) => Promise<Answer>
  /** Asks for the public data of the site. @throws DeliveryProblem `no-rest` when it is not Ghost. */
  site: () => Promise<{ title: string }>
}

/** The version of Ghost's Admin API that this is written for. */
const VERSION = 'v5.0'

const siteSchema = z.looseObject({ site: z.looseObject({ title: z.string(), version: z.string() }) })
const errorsSchema = z.looseObject({
  errors: z.array(z.looseObject({ message: z.string().default(''), context: z.string().nullish() })).min(1),
})

function messageOf({ json }: Answer): string {
  const parsed = errorsSchema.safeParse(json)
  const [error] = parsed.success ? parsed.data.errors : []
  return shown([error?.message, error?.context].filter((text) => typeof text === 'string' && text !== '').join(' '))
}

/** @returns the calls to a site. All but `site` need its secret. */
export function ghostApi(config: GhostConfig, secret: string | null, { http, now }: KindTools): GhostApi {
  const address = (path: string): URL => new URL(`${config.address}/ghost/api/admin/${path}`)
  return {
    async site() {
      const url = address('site/').href
      const answer = await ask(http, url, { method: 'GET', headers: { 'accept-version': VERSION } })
      const params = { address: config.address, host: hostOf(url), status: String(answer.status) }
      if (answer.status === 404) throw new DeliveryProblem('no-rest', params)
      refuseCommon(answer, '', now())
      const site = siteSchema.safeParse(answer.json)
      if (!site.success) throw new DeliveryProblem('no-rest', params)
      return { title: shown(site.data.site.title) }
    },
    async call(method, path, { query = {}, body, name = '' } = {}) {
      if (secret === null) throw new DeliveryProblem('secret-missing')
      const url = address(path)
      for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
      const isJson = body !== undefined && !(body instanceof FormData)
      const answer = await ask(http, url.href, {
        method,
        headers: {
          accept: 'application/json',
          'accept-version': VERSION,
          // A new one for each request, because it expires after five minutes.
          authorization: `Ghost ${ghostToken(secret, now())}`,
          ...(isJson ? { 'content-type': 'application/json' } : {}),
        },
        ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : body }),
      })
      refuse(answer, name, now())
      return answer
    },
  }
}

function refuse(answer: Answer, name: string, now: string): void {
  const { status } = answer
  const params = { host: hostOf(answer.url), status: String(status), message: messageOf(answer), account: '' }
  refuseCommon(answer, name, now)
  if (status === 401) throw new DeliveryProblem('credentials', params)
  if (status === 403) throw new DeliveryProblem('role-too-low', params)
  if (status >= 300 && ![404, 409].includes(status)) throw new DeliveryProblem('rejected', params)
}
