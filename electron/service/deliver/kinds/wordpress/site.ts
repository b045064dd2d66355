import type { WordpressConfig } from '#core/export/destinations/wordpress.ts'
import { ask, hostOf, refuseCommon, shown, type Answer } from '../../http.ts'
import type { KindTools } from '../../kind.ts'
import { DeliveryProblem } from '../../problem.ts'
import { isPasswordRight } from './xmlrpc.ts'

type Query = Readonly<Record<string, string | number>>
export type Json = Record<string, unknown>

/** What WordPress says of itself to anybody. */
export type SiteIndex = { name: string; namespaces: unknown; passwords: boolean }

/** A WordPress whose REST interface was found. */
export type Site = {
  readonly index: SiteIndex
  readonly host: string
  /** Asks as the account. @param path such as `wp/v2/posts`. @throws DeliveryProblem; `name` is what is sent, for a person. */
  call: (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    options?: { query?: Query; body?: Json | FormData; headers?: Record<string, string>; name?: string },
  ) => Promise<Answer>
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The two places where WordPress may have its interface: the second works where the server rewrites no addresses. */
function restAddress(address: string, path: string, isPlain: boolean, query: Query): string {
  const url = new URL(isPlain ? `${address}/index.php` : `${address}/wp-json/${path}`)
  if (isPlain) url.searchParams.set('rest_route', `/${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url.href
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

/** WordPress names its refusals: those of the interface itself begin with `rest_`, whatever a plugin adds. */
function codeOf({ json }: Answer): string {
  return isRecord(json) && typeof json['code'] === 'string' ? json['code'] : ''
}

/** @throws DeliveryProblem what is in the way of whoever asks for the index. */
function refuseIndex(answer: Answer, address: string, now: string): never {
  const params = { address, host: hostOf(answer.url), status: String(answer.status) }
  if (answer.status === 404 && codeOf(answer) === '') throw new DeliveryProblem('no-rest', params)
  if (codeOf(answer) !== '' || answer.status === 401 || answer.status === 403)
    throw new DeliveryProblem('no-rest', params)
  refuseCommon(answer, '', now)
  throw new DeliveryProblem('not-json', params)
}

/**
 * Finds the REST interface of a site. The password goes nowhere yet: where the site sends us is not known.
 * @param isTest whether to find out why a password is not known, which sends it once more. A delivery stops at once.
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
  // Where the redirects within the host ended: https, or the folder that the site lies in.
  const base = isPlain ? answer.url.replace(/\/index\.php\?.*$/u, '') : answer.url.replace(/\/wp-json\/.*$/u, '')
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

/** @throws DeliveryProblem for every answer but a success and a 404 or 410, which the caller reads, and what it knows of a bin. @param isRight what is known of the password of one that it did not know */
function refuse(answer: Answer, account: string, name: string, now: string, isRight: boolean | null): void {
  const { status, json } = answer
  const code = codeOf(answer)
  const params = {
    host: hostOf(answer.url),
    status: String(status),
    account,
    message: shown(isRecord(json) ? json['message'] : ''),
  }
  // Before the rest: WordPress answers a file that PHP cut off with a fault of the server.
  if (TOO_LARGE.has(code)) throw new DeliveryProblem('too-large', { ...params, name })
  refuseCommon(answer, name, now)
  if (PASSWORDS_OFF.has(code)) throw new DeliveryProblem('passwords-off', params)
  // Of somebody without the right it says 403: 401 means that it knows nobody.
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
