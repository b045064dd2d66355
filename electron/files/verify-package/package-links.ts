import { isFields, isShallow, parseJson } from '#core/article/json.ts'
import type { PackageDescription } from '#core/export/package/describe.ts'
import type { PackageProblem } from '#core/export/package/problems.ts'
import type { BagFiles } from './bag.ts'

/** A tag with attributes. In our files `<` and `>` are escaped in text and in values, so no tag contains another. */
const TAG = /<(?<element>[a-z]+)\s[^<>]*>/gu
const ATTRIBUTE = /\s(?<attribute>[a-z]+)="(?<value>[^"]*)"/gu

/** @returns the values of an attribute, of all elements with one name. */
function attributeValues(markup: string, element: 'img' | 'link', name: 'src' | 'srcset' | 'href'): string[] {
  return Array.from(markup.matchAll(TAG)).flatMap(([tag, own]) => {
    if (own !== element) return []
    const named = Array.from(tag.matchAll(ATTRIBUTE)).find(([, attribute]) => attribute === name)
    return named?.[2] === undefined ? [] : [named[2]]
  })
}

function htmlImages(markup: string): string[] {
  const choices = attributeValues(markup, 'img', 'srcset').flatMap((set) =>
    set.split(',').map((each) => each.trim().split(' ')[0] ?? ''),
  )
  return [...attributeValues(markup, 'img', 'src'), ...choices]
}

/** The JSON files of a package nest less deeply. */
const MAX_DEPTH = 60

/** @returns every string with the given key in a JSON value that nests at most `MAX_DEPTH` levels. */
function jsonTexts(value: unknown, name: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && typeof inner === 'string' ? [inner] : jsonTexts(inner, name),
  )
}

/** @returns the HTML bodies of a ninjs object. In a plain text body, a tag is text that somebody wrote. */
function htmlBodies(ninjs: unknown): string[] {
  const bodies = isFields(ninjs) && Array.isArray(ninjs['bodies']) ? (ninjs['bodies'] as unknown[]) : []
  return bodies.flatMap((body) =>
    isFields(body) && body['contentType'] === 'text/html' && typeof body['value'] === 'string' ? [body['value']] : [],
  )
}

/** @returns the JSON value of a file; undefined if it is not JSON, or nests too deeply to be one of ours. */
export function readBounded(bytes: Uint8Array): unknown {
  const value = parseJson(Buffer.from(bytes).toString('utf8'))
  return isShallow(value, MAX_DEPTH) ? value : undefined
}

const MARKUP: Readonly<Record<string, (text: string) => string[]>> = {
  'data/article.html': htmlImages,
  'data/newsml-g2.xml': (text) => [...htmlImages(text), ...attributeValues(text, 'link', 'href')],
}

const JSON_FILES: Readonly<Record<string, (value: unknown) => string[]>> = {
  'data/ninjs.json': (value) => [...jsonTexts(value, 'href'), ...htmlBodies(value).flatMap(htmlImages)],
  'data/jsonld.json': (value) => jsonTexts(value, 'contentUrl'),
}

/** @returns the addresses in a file; null if it is not valid JSON. */
function addressesIn(path: string, bytes: Uint8Array): string[] | null {
  const read = JSON_FILES[path]
  if (read === undefined) return MARKUP[path]?.(Buffer.from(bytes).toString('utf8')) ?? []
  const value = readBounded(bytes)
  return value === undefined ? null : read(value)
}

/** @returns the package file that an address means; null for an address outside the package. */
function fileOf(address: string): string | null {
  const name = /^images\/([^/]+)$/u.exec(address)?.[1] ?? /^cid:([^@]+)@images$/u.exec(address)?.[1]
  return name === undefined ? null : `data/images/${name}`
}

/**
 * @param wrong files that are known to be missing or wrong; no other file is blamed for them
 * @returns a problem for each file that links to a picture which the package lacks, or that is not valid JSON
 */
export function brokenLinks(files: BagFiles, wrong: ReadonlySet<string>): PackageProblem[] {
  return [...Object.keys(MARKUP), ...Object.keys(JSON_FILES)].flatMap((path): PackageProblem[] => {
    const bytes = files.get(path)
    if (bytes === undefined || bytes === null) return []
    const named = addressesIn(path, bytes)
    if (named === null) return [{ code: 'bad-json', path }]
    const isBroken = named.map(fileOf).some((file) => file !== null && !files.has(file) && !wrong.has(file))
    return isBroken ? [{ code: 'broken-link', path }] : []
  })
}

/** @returns the hashes of the pictures in `article.json`. */
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
 * Checks the links between the article, the list of files and the pictures.
 * @param wrong files that are known to be missing or wrong; no other file is blamed for them
 * @returns a problem if the article shows a picture that the list lacks, and one for each picture that no file links to
 */
export function unlinkedPictures(
  description: PackageDescription,
  files: BagFiles,
  wrong: ReadonlySet<string>,
): PackageProblem[] {
  const known = new Set(Object.values(description.files).flatMap(({ source, sha256 }) => [source, sha256]))
  const isUnlisted = shownHashes(files).some((hash) => !known.has(hash))
  const linking = [...Object.keys(MARKUP), ...Object.keys(JSON_FILES)]
  const named = new Set(
    linking.flatMap((path) => {
      const bytes = files.get(path)
      return bytes === undefined || bytes === null ? [] : (addressesIn(path, bytes) ?? []).map(fileOf)
    }),
  )
  // A file that is wrong may have been the one that links to a picture.
  const isKnown = !linking.some((path) => wrong.has(path))
  const pictures = [...files.keys()].filter((path) => isKnown && path.startsWith('data/images/') && !named.has(path))
  return [
    ...(isUnlisted ? [{ code: 'broken-link' as const, path: 'data/article.json' }] : []),
    ...pictures.map((path): PackageProblem => ({ code: 'unnamed-picture', path })),
  ]
}
