import { isFields } from '#core/article/json.ts'
import type { PackageProblem } from '#core/export/package/problems.ts'
import type { BagFiles } from './bag.ts'

/** The values of an attribute of elements of one name. Text has no tags in it: its signs are escaped. */
function attributeValues(markup: string, element: string, attribute: string): string[] {
  const tags = markup.match(new RegExp(`<${element}\\s[^>]*>`, 'gu')) ?? []
  return tags.flatMap((tag) => new RegExp(`\\s${attribute}="([^"]*)"`, 'u').exec(tag)?.[1] ?? [])
}

function htmlImages(markup: string): string[] {
  const choices = attributeValues(markup, 'img', 'srcset').flatMap((set) =>
    set.split(',').map((each) => each.trim().split(' ')[0] ?? ''),
  )
  return [...attributeValues(markup, 'img', 'src'), ...choices]
}

/** Every text that stands under a name in a JSON value. */
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // What is no JSON is told of elsewhere.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const READERS: Readonly<Record<string, (text: string) => string[]>> = {
  'data/article.html': htmlImages,
  'data/newsml-g2.xml': (text) => [...htmlImages(text), ...attributeValues(text, 'link', 'href')],
  'data/ninjs.json': (text) => {
    const json = parsed(text)
    return [...jsonTexts(json, 'href'), ...htmlBodies(json).flatMap(htmlImages)]
  },
  'data/jsonld.json': (text) => jsonTexts(parsed(text), 'contentUrl'),
}

/** @returns the file of the package that an address stands for; null for one that leads elsewhere. */
function fileOf(address: string): string | null {
  const name = /^images\/([^/]+)$/u.exec(address)?.[1] ?? /^cid:([^@]+)@images$/u.exec(address)?.[1]
  return name === undefined ? null : `data/images/${name}`
}

/** @returns a problem for each file that names a picture which the package does not hold. */
export function brokenLinks(files: BagFiles): PackageProblem[] {
  return Object.entries(READERS).flatMap(([path, read]): PackageProblem[] => {
    const bytes = files.get(path)
    if (bytes === undefined || bytes === null) return []
    const named = read(Buffer.from(bytes).toString('utf8')).map(fileOf)
    return named.some((file) => file !== null && !files.has(file)) ? [{ code: 'broken-link', path }] : []
  })
}
