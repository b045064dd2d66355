import type { IncomingHttpHeaders } from 'node:http'

/**
 * Judges where a request comes from, before anything of it is read. The server listens on loopback only, but
 * any page in any browser of this machine can send requests there: `Host` stops DNS rebinding, `Origin` and
 * `Sec-Fetch-Site` stop other pages. Programs that are no browsers send neither, and need the token like all.
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
  // `none` is an address that a person typed or a program opened: only the page itself is fetched so.
  const allowed = site === undefined || site === 'same-origin' || (site === 'none' && request.method === 'GET')
  return allowed ? null : 'site'
}
