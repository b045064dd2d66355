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
  const { headers } = request
  const { host, origin } = headers
  if (host !== authority) return 'host'
  if (origin !== undefined && origin !== `http://${authority}`) return 'origin'
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin') return null
  // A person typed the address, or the shell's file sent the window here. Any other page can do that too, but the page
  // without a session shows nothing, and no other page can look into it.
  const isNavigation = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return request.method === 'GET' && (site === 'none' || isNavigation) ? null : 'site'
}
