import { ContractError } from '#core/contract/errors.ts'
import type { ImportFormat } from '#core/import/format.ts'
import { ImportError } from '#core/import/import-error.ts'
import type { ImportedArticle, PictureSource } from '#core/import/imported.ts'
import { Losses } from '#core/import/losses.ts'
import { decodeText } from '#electron/files/decode-text.ts'
import { nameKey } from '#electron/files/zip-names.ts'
import type { FilesBeside, ReadArticles } from './read-result.ts'

/** The names of files that may be articles; their content decides. */
const ARTICLE = /\.(?:html?|xhtml|md|markdown|xml|json)$/iu
/** Files that operating systems add to folders. */
const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/u
/** A folder with more is refused: it is a whole site. */
const MAX_ARTICLES = 1000

/** Reads the text of a file. @returns null when its format is not known. */
export type ReadText = (text: string, name: string) => { format: ImportFormat; articles: ImportedArticle[] } | null

type Found = { path: string; format: ImportFormat; articles: ImportedArticle[] }

function textOf(bytes: Uint8Array): string | null {
  try {
    return decodeText(bytes).text
  } catch (error) {
    // Its name says text, but it is none: the file is not read.
    if (error instanceof ContractError) return null
    throw error
  }
}

/** Pages percent-encode the names of files. */
function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch (error) {
    // A percent sign that encodes nothing.
    if (error instanceof URIError) return path
    throw error
  }
}

/**
 * Resolves the paths of an article's pictures, which are relative to its file.
 * @param places the path of each file by its key: a Mac takes a name apart into letters and marks, and a page does not
 */
function fromItsPlace(article: ImportedArticle, path: string, places: ReadonlyMap<string, string>): ImportedArticle {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const placeOf = (named: string): string =>
    places.get(nameKey(`${folder}${named}`)) ?? places.get(nameKey(`${folder}${decoded(named)}`)) ?? `${folder}${named}`
  const pictures = [...article.pictures].map(([id, source]): [string, PictureSource] => [
    id,
    source.kind === 'file' ? { ...source, path: placeOf(source.path) } : source,
  ])
  return { ...article, pictures: new Map(pictures) }
}

/**
 * Reads the files of a folder that came as a zip: articles of any format, and the pictures that they refer to. All
 * other files are reported as losses of the first article.
 * @throws ImportError `unsupported` when no file is an article, `too-large`, and what `read` throws.
 */
export function readFolder(files: FilesBeside, read: ReadText): ReadArticles {
  const own = [...files].filter(([path]) => !SYSTEM_FILE.test(path) && !path.endsWith('/'))
  const texts = own.filter(([path]) => ARTICLE.test(path))
  if (texts.length > MAX_ARTICLES) throw new ImportError('too-large')
  const places = new Map([...files.keys()].map((path) => [nameKey(path), path]))
  const found = texts.flatMap(([path, bytes]): Found[] => {
    const text = textOf(bytes)
    const known = text === null ? null : read(text, path)
    if (known === null) return []
    return [{ path, format: known.format, articles: known.articles.map((each) => fromItsPlace(each, path, places)) }]
  })
  const [first, ...others] = found.flatMap(({ articles }) => articles)
  const [{ format } = { format: null }] = found
  if (first === undefined || format === null) throw new ImportError('unsupported')
  const named = [first, ...others].flatMap(({ pictures }) => [...pictures.values()])
  const used = new Set([
    ...found.map(({ path }) => path),
    ...named.map((each) => (each.kind === 'file' ? each.path : '')),
  ])
  const losses = new Losses(first.losses)
  for (const [path] of own) if (!used.has(path)) losses.add('other-items', path)
  return { kind: 'articles', format, articles: [{ ...first, losses: losses.list() }, ...others], files, isWhole: false }
}
