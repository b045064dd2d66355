import type { WordpressConfig } from '#core/export/destinations/wordpress.ts'
import { ask, hostOf, refuseCommon, shown, type Answer } from '../../http.ts'
import type { KindTools } from '../../kind.ts'
import { DeliveryProblem } from '../../problem.ts'
import { isPasswordRight } from './xmlrpc.ts'

type Query = Readonly<Record<string, string | number>>
export type Json = Record<string, unknown>

/** The public data of a WordPress site. */
export type SiteIndex = { name: string; namespaces: unknown; passwords: boolean }

/** A WordPress site whose REST API was found. */
export type Site = {
  readonly index: SiteIndex
  readonly host: string
  /**
   * Sends a request as the account.
   * @param path such as `wp/v2/posts`
   * @param options `name`: what is sent, as an error message calls it
   * @throws DeliveryProblem
   */
  call: (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    options?: { query?: Query; body?: Json | FormData; headers?: Record<string, string>; name?: string },
  ) => Promise<Answer>
}

/** @returns whether a value is a JSON object, and no array. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * @param isPlain whether to use the address that also works where the server rewrites no URLs
 * @returns an address of the REST API.
 */
function restAddress(address: string, path: string, isPlain: boolean, query: Query): string {
  const url = new URL(isPlain ? `${address}/index.php` : `${address}/wp-json/${path}`)
  if (isPlain) url.searchParams.set('rest_route', `/${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url.href
}

/** @returns an address up to a part of it; all of it when it has no such part. */
function before(url: string, part: string): string {
  return url.split(part, 1)[0] ?? url
}

function readIndex({ json }: Answer): SiteIndex | null {
  if (!isRecord(json) || !Array.isArray(json['namespaces'])) return null
  const { authentication } = json
  return {
    name: shown(json['name']),
    namespaces: json['namespaces'],
    passwords: isRecord(authentication) && authentication['application-passwords'] !== undefined,
  }
}

/** @returns the code of an error, empty when there is none. Those of the REST API itself begin with `rest_`. */
function codeOf({ json }: Answer): string {
  return isRecord(json) && typeof json['code'] === 'string' ? json['code'] : ''
}

/** @throws DeliveryProblem why an answer is not the index of a REST API. */
function refuseIndex(answer: Answer, address: string, now: string): never {
  const params = { address, host: hostOf(answer.url), status: String(answer.status) }
  if (answer.status === 404 && codeOf(answer) === '') throw new DeliveryProblem('no-rest', params)
  if (codeOf(answer) !== '' || answer.status === 401 || answer.status === 403)
    throw new DeliveryProblem('no-rest', params)
  refuseCommon(answer, '', now)
  throw new DeliveryProblem('not-json', params)
}

/**
 * Finds the REST API of a site. The password is not sent yet, because redirects may lead elsewhere.
 * @param isTest whether to find out why a password is refused, which sends it once more. A delivery fails at once.
 * @throws DeliveryProblem
 */
export async function findSite(
  config: WordpressConfig,
  secret: string,
  { http, now }: Pick<KindTools, 'http' | 'now'>,
  isTest: boolean,
): Promise<Site> {
  const first = await ask(http, restAddress(config.address, '', false, {}), { method: 'GET' })
  let [answer, index, isPlain] = [first, readIndex(first), false]
  if (index === null && (first.status === 404 || first.status === 200)) {
    answer = await ask(http, restAddress(config.address, '', true, {}), { method: 'GET' })
    index = readIndex(answer)
    isPlain = true
  }
  if (index === null) {
    const home = first.status === 404 ? await ask(http, `${config.address}/`, { method: 'GET' }) : null
    if (home !== null && home.status === 404) {
      throw new DeliveryProblem('wrong-address', { address: config.address, status: '404' })
    }
    return refuseIndex(first, config.address, now())
  }
  // Where the redirects within the host ended: at https, or in the site's folder.
  const base = before(answer.url, isPlain ? '/index.php?' : '/wp-json/')
  const authorization = `Basic ${Buffer.from(`${config.account}:${secret}`).toString('base64')}`
  return {
    index,
    host: hostOf(config.address),
    async call(method, path, { query = {}, body, headers = {}, name = '' } = {}) {
      const isJson = body !== undefined && !(body instanceof FormData)
      const reply = await ask(http, restAddress(base, path, isPlain, query), {
        method,
        headers: {
          accept: 'application/json',
          authorization,
          ...(isJson ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : body }),
      })
      const isUnknown = isTest && reply.status === 401 && codeOf(reply).startsWith('rest_')
      const isRight = isUnknown ? await isPasswordRight(http, base, config.account, secret) : false
      refuse(reply, config.account, name, now(), isRight)
      return reply
    },
  }
}

const PASSWORDS_OFF = new Set(['application_passwords_disabled', 'application_passwords_disabled_for_user'])
const TOO_LARGE = new Set(['rest_upload_file_too_big', 'rest_upload_limited_space'])

/**
 * Refuses an answer that the caller cannot use. It gets a success, a 404, a 410, a 501 and `term_exists`.
 * @param isRight whether a refused password is known to be right; null when that is not known
 * @throws DeliveryProblem
 */
function refuse(answer: Answer, account: string, name: string, now: string, isRight: boolean | null): void {
  const { status, json } = answer
  const code = codeOf(answer)
  const params = {
    host: hostOf(answer.url),
    status: String(status),
    account,
    message: shown(isRecord(json) ? json['message'] : ''),
  }
  // First, because WordPress answers a file that PHP truncated with a server error.
  if (TOO_LARGE.has(code)) throw new DeliveryProblem('too-large', { ...params, name })
  refuseCommon(answer, name, now)
  if (PASSWORDS_OFF.has(code)) throw new DeliveryProblem('passwords-off', params)
  // An account without the right gets 403; 401 means that the account was not recognised.
  if (status === 401) throw new DeliveryProblem(isRight === true ? 'authorization-stripped' : 'credentials', params)
  if (status === 403) throw new DeliveryProblem('role-too-low', params)
  const isKnown = status < 300 || status === 404 || status === 410 || status === 501 || code === 'term_exists'
  if (!isKnown) throw new DeliveryProblem('rejected', params)
}

/** @returns an answer that must be a list of objects. @throws DeliveryProblem `not-json`. */
export function listOf(answer: Answer): Json[] {
  if (Array.isArray(answer.json)) return answer.json.filter((each) => isRecord(each))
  throw new DeliveryProblem('not-json', { host: hostOf(answer.url) })
}
