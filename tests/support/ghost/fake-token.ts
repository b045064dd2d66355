import { createHmac, timingSafeEqual } from 'node:crypto'
import { refusal, type Answer } from './fake-answer.ts'

/** A key as Ghost shows it: `id:secret`. */
export const GHOST_KEY = `${'6'.repeat(24)}:${'0a'.repeat(32)}`

const LIFETIME_S = 300

const decode = (part: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')) as Record<string, unknown>

const unauthorized = (message: string, code: string): Answer => refusal(401, 'UnauthorizedError', message, null, code)
const badToken = (why: string): Answer => unauthorized(`Invalid token: ${why}`, 'INVALID_JWT')

/**
 * Checks a token as Ghost does: HS256 by the key's secret, for `/admin/`, no older than five minutes. One from the
 * future is accepted.
 * @param now in seconds
 */
export function tokenError(header: string | undefined, now: number): Answer | null {
  const token = /^Ghost (\S+)$/u.exec(header ?? '')?.[1]
  if (token === undefined) {
    const context =
      'Unable to determine the authenticated user or integration. Check that cookies are being passed through if using session authentication.'
    return refusal(403, 'NoPermissionError', 'Authorization failed', context)
  }
  const [head, claims, signature = ''] = token.split('.')
  const [id, secret = ''] = GHOST_KEY.split(':')
  if (decode(head)['kid'] !== id) return unauthorized('Unknown Admin API Key', 'UNKNOWN_ADMIN_API_KEY')
  if (decode(head)['alg'] !== 'HS256') return badToken('invalid algorithm')
  const expected = createHmac('sha256', Buffer.from(secret, 'hex')).update(`${head}.${claims}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return badToken('invalid signature')
  const { aud, iat, exp } = decode(claims)
  if (Number(exp) <= now) return badToken('jwt expired')
  if (aud !== '/admin/') return badToken('jwt audience invalid')
  return now - Number(iat) > LIFETIME_S ? badToken('maxAge exceeded') : null
}
