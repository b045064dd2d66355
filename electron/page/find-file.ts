import { realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

export type PageFile = {
  /** Absolute, with links resolved. */
  path: string
  bytes: number
  mediaType: string
  /** Whether the name contains a hash of the content, so that the file can be cached for ever. */
  immutable: boolean
}

/**
 * Finds the file of the built page that answers a URL path.
 * @param folder the built page, such as `dist/renderer`
 * @param urlPath the path of the URL as it was sent, percent-encoded, without the query; `/` is `index.html`
 * @returns null when there is no such file, when it lies outside the folder (also through a link), or when a page has
 *   no files of its kind
 */
export function findPageFile(folder: string, urlPath: string): PageFile | null {
  const name = decode(urlPath === '/' ? '/index.html' : urlPath)
  if (name === null || !name.startsWith('/') || /[\0\\:]/u.test(name) || name.split('/').includes('..')) return null
  const mediaType = MEDIA_TYPES[extname(name)]
  if (mediaType === undefined) return null
  const path = realPath(join(folder, name))
  const root = realPath(folder)
  if (path === null || root === null || !path.startsWith(root + sep)) return null
  const stat = statSync(path)
  if (!stat.isFile()) return null
  return { path, bytes: stat.size, mediaType, immutable: name.startsWith('/assets/') }
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath)
  } catch {
    // A stray percent sign names no file.
    return null
  }
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && MISSING.has(String(error.code))) return null
    throw error
  }
}

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EACCES'])
