// oxlint-disable-next-line no-restricted-imports -- a file of the built page, which `findPageFile` found to be one
import { readFile } from 'node:fs/promises'
import { findPageFile } from '#electron/page/find-file.ts'
import { SECURITY_HEADERS } from '#electron/page/headers.ts'
import { isOwn } from './origin.ts'

/** @returns the response to a request under the page's own scheme: a file of the built page, or status 404. */
export async function answerPage(url: string, folder: string): Promise<Response> {
  const file = isOwn(url) ? findPageFile(folder, new URL(url).pathname) : null
  if (file === null) return new Response(null, { status: 404, headers: SECURITY_HEADERS })
  return new Response(await readFile(file.path), { headers: { ...SECURITY_HEADERS, 'content-type': file.mediaType } })
}
