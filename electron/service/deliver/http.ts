import { DeliveryProblem } from './problem.ts'

/** How the network is reached: passed in, so that tests can break it. */
export type HttpTools = {
  fetch: typeof fetch
  /** How long an answer may take, and one to a picture that is sent; in milliseconds. */
  timeouts: { answer: number; upload: number }
  /** Aborts whatever is under way when Midad ends. */
  signal: AbortSignal
}

export type Request = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  body?: string | FormData
}

export type Answer = {
  status: number
  headers: Headers
  /** Where it came from, after redirects within the host. */
  url: string
  text: string
  /** The JSON of the body; `undefined` when it is none. */
  json: unknown
}

const MOST_REDIRECTS = 3
/** The most of an answer that is read, in bytes: what is longer was made to exhaust the memory. */
const MAX_ANSWER = 16 * 1024 * 1024

const INTERRUPTED = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT', 'HPE_INVALID_CONSTANT'])
const TIMED_OUT = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'])
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|^ERR_(?:SSL|TLS)|^EPROTO$/u

/** @returns the host of an address, for a person. */
export function hostOf(url: string): string {
  return new URL(url).host
}

function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code
    // Several addresses were tried: the first failure speaks for all.
    if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0])
  }
  return ''
}

function problemOf(error: unknown, url: string): DeliveryProblem {
  if (error instanceof DeliveryProblem) return error
  const host = hostOf(url)
  if (error instanceof Error && error.name === 'TimeoutError') return new DeliveryProblem('timed-out', { host })
  const code = codeOf(error)
  if (TIMED_OUT.has(code)) return new DeliveryProblem('timed-out', { host })
  if (INTERRUPTED.has(code)) return new DeliveryProblem('interrupted', { host })
  if (CERTIFICATE.test(code)) return new DeliveryProblem('certificate', { host, reason: code })
  return new DeliveryProblem('unreachable', { host })
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > MAX_ANSWER) throw new DeliveryProblem('not-json', { host: hostOf(response.url) })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
}

/** A redirect is followed on the same host alone, and never from https to http: what goes along is for nobody else. */
function followed(from: string, location: string): string {
  const [old, next] = [new URL(from), new URL(location, from)]
  // At the ports of their own alone: behind another one is another program, whose password this is not.
  const isUpgrade =
    old.protocol === 'http:' &&
    next.protocol === 'https:' &&
    old.hostname === next.hostname &&
    old.port === '' &&
    next.port === ''
  if (!isUpgrade && (old.host !== next.host || old.protocol !== next.protocol)) {
    throw new DeliveryProblem('redirected', { host: old.host, to: `${next.origin}${next.pathname}` })
  }
  return next.href
}

/**
 * Asks another machine. Never follows a redirect to another host, nor one of a request that changes something.
 * @throws DeliveryProblem `unreachable`, `timed-out`, `interrupted`, `certificate`, `redirected`; every answer, whatever its
 *   status, is an answer.
 */
export async function ask(tools: HttpTools, address: string, request: Request): Promise<Answer> {
  const limit = request.body instanceof FormData ? tools.timeouts.upload : tools.timeouts.answer
  const signal = AbortSignal.any([tools.signal, AbortSignal.timeout(limit)])
  let url = address
  try {
    for (let redirects = 0; ; redirects += 1) {
      // Each answer tells whether there is another to ask for.
      // oxlint-disable-next-line no-await-in-loop
      const response = await tools.fetch(url, { ...request, redirect: 'manual', signal })
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
      if (location === null) {
        // oxlint-disable-next-line no-await-in-loop
        const text = await readBounded(response)
        return { status: response.status, headers: response.headers, url, text, json: parseJson(text) }
      }
      // oxlint-disable-next-line no-await-in-loop
      await response.body?.cancel()
      const next = followed(url, location)
      if (request.method !== 'GET' || redirects === MOST_REDIRECTS) {
        throw new DeliveryProblem('redirected', { host: hostOf(url), to: next })
      }
      url = next
    }
  } catch (error) {
    tools.signal.throwIfAborted()
    throw problemOf(error, url)
  }
}

/** @returns what an answer asks for in `Retry-After`, in milliseconds; null when it does not. */
function retryAfterOf({ headers }: Answer, now: number): number | null {
  const value = headers.get('retry-after')
  if (value === null) return null
  const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  // An hour at most: a server that asks for a year is asked again all the same.
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : null
}

/** @returns a text of the other side that is fit to be shown: short, on one line. */
export function shown(text: unknown): string {
  const words = typeof text === 'string' ? text : ''
  return words
    .slice(0, 20_000)
    .replaceAll(/<[^<>]*>/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/**
 * Refuses the answers that say the same whoever gives them: too large, too many, a fault of the server, a page.
 * @param name of what was sent, for a person
 * @throws DeliveryProblem
 */
export function refuseCommon(answer: Answer, name: string, now: string): void {
  const { status, json } = answer
  const params = { host: hostOf(answer.url), status: String(status) }
  const retryAfter = retryAfterOf(answer, Date.parse(now))
  if (status === 413) throw new DeliveryProblem('too-large', { ...params, name })
  if (status === 429) throw new DeliveryProblem('too-many-requests', params, { retryAfter })
  if (status === 408) throw new DeliveryProblem('timed-out', params)
  // 501 is an answer, and no fault: this server will never do that.
  if (status >= 500 && status !== 501) throw new DeliveryProblem('server-error', params, { retryAfter })
  if (json === undefined && status !== 401 && status !== 404) throw new DeliveryProblem('not-json', params)
}
