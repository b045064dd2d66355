import { ask, type HttpTools } from '../../http.ts'
import { DeliveryProblem } from '../../problem.ts'

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * Checks a password over XML-RPC. The REST API gives the same answer for a wrong password as for one that a server
 * stripped from the request's headers. XML-RPC takes the password in the body, where no server strips it.
 * @param base the address of the site that was found: the password is sent nowhere else
 * @returns null where XML-RPC is turned off, as it often is.
 */
export async function isPasswordRight(
  http: HttpTools,
  base: string,
  account: string,
  secret: string,
): Promise<boolean | null> {
  const param = (value: string): string => `<param><value><string>${escaped(value)}</string></value></param>`
  const body = `<?xml version="1.0"?><methodCall><methodName>wp.getUsersBlogs</methodName><params>${param(account)}${param(secret)}</params></methodCall>`
  try {
    const headers = { 'content-type': 'text/xml' }
    const { status, text } = await ask(http, `${base}/xmlrpc.php`, { method: 'POST', headers, body })
    if (status !== 200 || !text.includes('<methodResponse>')) return null
    if (!text.includes('<fault>')) return true
    return /<name>faultCode<\/name>\s*<value><int>403<\/int>/u.test(text) ? false : null
  } catch (error) {
    // XML-RPC is not reachable, which says nothing about the password.
    if (error instanceof DeliveryProblem) return null
    throw error
  }
}
