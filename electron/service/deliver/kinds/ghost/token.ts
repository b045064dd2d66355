import { createHmac } from 'node:crypto'
import { DeliveryProblem } from '../../problem.ts'

const LIFETIME_S = 300

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/**
 * Makes the token of a request (a JWT, signed with the key's secret), which expires after five minutes.
 * @param key as Ghost shows it: `id:secret`, the secret in hexadecimal
 * @param now ISO 8601
 * @throws DeliveryProblem `secret-malformed`
 */
export function ghostToken(key: string, now: string): string {
  const [, id, secret] = /^([0-9a-f]{8,64}):([0-9a-f]{32,256})$/iu.exec(key.trim()) ?? []
  if (id === undefined || secret === undefined || secret.length % 2 !== 0) throw new DeliveryProblem('secret-malformed')
  const iat = Math.floor(Date.parse(now) / 1000)
  const signed = `${base64url({ alg: 'HS256', typ: 'JWT', kid: id })}.${base64url({ iat, exp: iat + LIFETIME_S, aud: '/admin/' })}`
  const signature = createHmac('sha256', Buffer.from(secret, 'hex')).update(signed).digest('base64url')
  return `${signed}.${signature}`
}
