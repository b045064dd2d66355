import { isOverLimit, type Parse, type Task, type TaskInput, type TaskOutput } from '../parsing/parse.ts'
import { DeliveryProblem } from './problem.ts'

/** Access to the network, and to the workers that read what comes from it; passed in so that tests can break them. */
export type HttpTools = {
  fetch: typeof fetch
  /** How long an answer may take, and the answer to an upload, in milliseconds. */
  timeouts: { answer: number; upload: number }
  /** Aborts every request when Midad ends. */
  signal: AbortSignal
  parse: Parse
}

export type Request = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  body?: string | FormData
}

export type Answer = {
  status: number
  headers: Headers
  /** The address that answered, after redirects within the host. */
  url: string
  text: string
  /** The body as JSON; `undefined` when it is not JSON. */
  json: unknown
}

const MOST_REDIRECTS = 3
/** The longest answer that is read, in bytes, so that no server can exhaust the memory. */
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

/**
 * Reads a part of an answer in a worker.
 * @throws DeliveryProblem `unreadable-answer` when that takes too long or fills the memory.
 */
export async function readAnswer<T extends Task>(
  { parse }: Pick<HttpTools, 'parse'>,
  host: string,
  task: T,
  input: TaskInput<T>,
): Promise<TaskOutput<T>> {
  try {
    return await parse(task, input)
  } catch (error) {
    if (isOverLimit(error)) throw new DeliveryProblem('unreadable-answer', { host }, { cause: error })
    throw error
  }
}

/**
 * Follows a redirect within the same host only, and never from https to http, because the request carries a password.
 */
function followed(from: string, location: string): string {
  const [old, next] = [new URL(from), new URL(location, from)]
  // With default ports only: another port is another program, and the password is not for it.
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
 * Sends a request. Follows redirects within the host, and only of a GET.
 * @returns the answer, whatever its status.
 * @throws DeliveryProblem `unreachable`, `timed-out`, `interrupted`, `certificate`, `redirected`, `unreadable-answer`.
 */
export async function ask(tools: HttpTools, address: string, request: Request): Promise<Answer> {
  const limit = request.body instanceof FormData ? tools.timeouts.upload : tools.timeouts.answer
  const signal = AbortSignal.any([tools.signal, AbortSignal.timeout(limit)])
  let url = address
  try {
    for (let redirects = 0; ; redirects += 1) {
      // Each answer says whether there is another redirect.
      // oxlint-disable-next-line no-await-in-loop
      const response = await tools.fetch(url, { ...request, redirect: 'manual', signal })
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null
      if (location === null) {
        // oxlint-disable-next-line no-await-in-loop
        const text = await readBounded(response)
        // oxlint-disable-next-line no-await-in-loop
        const json = await readAnswer(tools, hostOf(url), 'json', text)
        return { status: response.status, headers: response.headers, url, text, json }
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

/** @returns the wait in `Retry-After`, in milliseconds; null when there is none. */
function retryAfterOf({ headers }: Answer, now: number): number | null {
  const value = headers.get('retry-after')
  if (value === null) return null
  const ms = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  // An hour at most, even if a server asks for a year.
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : null
}

/** @returns a server's text made safe to show: short, on one line, without markup. */
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
 * Refuses the answers that mean the same from every server: too large, too many requests, server error, not JSON.
 * @param name what was sent, as an error message calls it
 * @param now ISO 8601
 * @throws DeliveryProblem
 */
export function refuseCommon(answer: Answer, name: string, now: string): void {
  const { status, json } = answer
  const params = { host: hostOf(answer.url), status: String(status) }
  const retryAfter = retryAfterOf(answer, Date.parse(now))
  if (status === 413) throw new DeliveryProblem('too-large', { ...params, name })
  if (status === 429) throw new DeliveryProblem('too-many-requests', params, { retryAfter })
  if (status === 408) throw new DeliveryProblem('timed-out', params)
  // 501 is no error: the server says that it does not support this.
  if (status >= 500 && status !== 501) throw new DeliveryProblem('server-error', params, { retryAfter })
  if (json === undefined && status !== 401 && status !== 404) throw new DeliveryProblem('not-json', params)
}
