import { isFields, isShallow } from '#core/article/json.ts'
import type { PackageDescription } from '#core/export/package/describe.ts'
import type { PackageProblem } from '#core/export/package/problems.ts'
import type { BagFiles } from './bag.ts'

/**
 * The values of an attribute of elements of one name. Text has no tags in it, and values have none: their signs are
 * escaped. So a tag ends before the next one begins, and what never ends is read once.
 */
function attributeValues(markup: string, element: string, attribute: string): string[] {
  const tags = markup.match(new RegExp(`<${element}\\s[^<>]*>`, 'gu')) ?? []
  return tags.flatMap((tag) => new RegExp(`\\s${attribute}="([^"]*)"`, 'u').exec(tag)?.[1] ?? [])
}

function htmlImages(markup: string): string[] {
  const choices = attributeValues(markup, 'img', 'srcset').flatMap((set) =>
    set.split(',').map((each) => each.trim().split(' ')[0] ?? ''),
  )
  return [...attributeValues(markup, 'img', 'src'), ...choices]
}

/** Deeper than this no JSON of ours nests. */
const MAX_DEPTH = 60

/** Every text that stands under a name in a JSON value, which is no deeper than `MAX_DEPTH`. */
function jsonTexts(value: unknown, name: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && typeof inner === 'string' ? [inner] : jsonTexts(inner, name),
  )
}

/** The HTML among the bodies of a ninjs object; in plain text an element is what somebody wrote. */
function htmlBodies(ninjs: unknown): string[] {
  const bodies = isFields(ninjs) && Array.isArray(ninjs['bodies']) ? (ninjs['bodies'] as unknown[]) : []
  return bodies.flatMap((body) =>
    isFields(body) && body['contentType'] === 'text/html' && typeof body['value'] === 'string' ? [body['value']] : [],
  )
}

/** @returns the value that a file holds; `undefined` when it is no JSON, or nests so deep that it was made for harm. */
export function readBounded(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return isShallow(value, MAX_DEPTH) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const MARKUP: Readonly<Record<string, (text: string) => string[]>> = {
  'data/article.html': htmlImages,
  'data/newsml-g2.xml': (text) => [...htmlImages(text), ...attributeValues(text, 'link', 'href')],
}

const JSON_FILES: Readonly<Record<string, (value: unknown) => string[]>> = {
  'data/ninjs.json': (value) => [...jsonTexts(value, 'href'), ...htmlBodies(value).flatMap(htmlImages)],
  'data/jsonld.json': (value) => jsonTexts(value, 'contentUrl'),
}

/** @returns the addresses in a file; null when it is JSON that cannot be read. */
function addressesIn(path: string, bytes: Uint8Array): string[] | null {
  const read = JSON_FILES[path]
  if (read === undefined) return MARKUP[path]?.(Buffer.from(bytes).toString('utf8')) ?? []
  const value = readBounded(bytes)
  return value === undefined ? null : read(value)
}

/** @returns the file of the package that an address stands for; null for one that leads elsewhere. */
function fileOf(address: string): string | null {
  const name = /^images\/([^/]+)$/u.exec(address)?.[1] ?? /^cid:([^@]+)@images$/u.exec(address)?.[1]
  return name === undefined ? null : `data/images/${name}`
}

/** @returns a problem for each file that names a picture which the package does not hold, or that cannot be read. */
export function brokenLinks(files: BagFiles): PackageProblem[] {
  return [...Object.keys(MARKUP), ...Object.keys(JSON_FILES)].flatMap((path): PackageProblem[] => {
    const bytes = files.get(path)
    if (bytes === undefined || bytes === null) return []
    const named = addressesIn(path, bytes)
    if (named === null) return [{ code: 'bad-json', path }]
    const isBroken = named.map(fileOf).some((file) => file !== null && !files.has(file))
    return isBroken ? [{ code: 'broken-link', path }] : []
  })
}

/** The hashes of the pictures that `article.json` shows. */
function shownHashes(files: BagFiles): string[] {
  const bytes = files.get('data/article.json')
  const article = bytes === undefined || bytes === null ? undefined : readBounded(bytes)
  return isFields(article) ? assetHashes(article['document']) : []
}

function assetHashes(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const asset = isFields(value) ? value['asset'] : undefined
  const own = isFields(asset) && typeof asset['hash'] === 'string' ? [asset['hash']] : []
  return [...own, ...Object.values(value).flatMap(assetHashes)]
}

/**
 * The links between the article, the list of files and the pictures, in both directions.
 * @returns a problem for an article that shows a picture which the list does not know, and for each picture that no
 *   file names: a receiver would publish it with nothing, or never find it.
 */
export function unlinkedPictures(description: PackageDescription, files: BagFiles): PackageProblem[] {
  const known = new Set(Object.values(description.files).flatMap(({ source, sha256 }) => [source, sha256]))
  const lost = shownHashes(files).some((hash) => !known.has(hash))
  const named = new Set(
    [...Object.keys(MARKUP), ...Object.keys(JSON_FILES)].flatMap((path) => {
      const bytes = files.get(path)
      return bytes === undefined || bytes === null ? [] : (addressesIn(path, bytes) ?? []).map(fileOf)
    }),
  )
  const pictures = [...files.keys()].filter((path) => path.startsWith('data/images/') && !named.has(path))
  return [
    ...(lost ? [{ code: 'broken-link' as const, path: 'data/article.json' }] : []),
    ...pictures.map((path): PackageProblem => ({ code: 'unnamed-picture', path })),
  ]
}
