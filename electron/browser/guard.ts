import type { IncomingHttpHeaders } from 'node:http'

/**
 * Checks where a request comes from, before its body is read. The server listens on loopback only, but any page in any
 * browser of this machine can send requests there: `Host` stops DNS rebinding, `Origin` and `Sec-Fetch-Site` stop other
 * pages. Programs that are not browsers send neither, but they need the token like everyone.
 * @param authority the only host and port that the server answers to, such as `127.0.0.1:4000`
 * @returns why the request is refused, or null when it may go on
 */
export function refusalOf(
  request: { method: string; headers: IncomingHttpHeaders },
  authority: string,
): 'host' | 'origin' | 'site' | null {
  const { host, origin } = request.headers
  if (host !== authority) return 'host'
  if (origin !== undefined && origin !== `http://${authority}`) return 'origin'
  const site = request.headers['sec-fetch-site']
  // `none` means that a person typed the address or a program opened it. Only the page itself is fetched like that.
  const allowed = site === undefined || site === 'same-origin' || (site === 'none' && request.method === 'GET')
  return allowed ? null : 'site'
}
