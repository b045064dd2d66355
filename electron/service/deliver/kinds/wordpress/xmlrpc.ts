import { ask, type HttpTools } from '../../http.ts'
import { DeliveryProblem } from '../../problem.ts'

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * WordPress says the same of a password that is wrong and of one that never arrived. Its older interface takes the
 * password in the body, where no server strips it: what that says tells the two apart.
 * @param base the address of the site that was found: the password goes nowhere else
 * @returns null where that interface is closed, as it often is.
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
    // A door that cannot even be reached says nothing; what is wrong is known all the same.
    if (error instanceof DeliveryProblem) return null
    throw error
  }
}
