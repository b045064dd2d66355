import { ContractError } from '#core/contract/errors.ts'
import type { ImportFormat } from '#core/import/format.ts'
import { ImportError } from '#core/import/import-error.ts'
import type { ImportedArticle, PictureSource } from '#core/import/imported.ts'
import { Losses } from '#core/import/losses.ts'
import { decodeText } from '#electron/files/decode-text.ts'
import type { FilesBeside, ReadFile } from './read-file.ts'

/** The names of files that may be articles; what they are is said by what is in them. */
const ARTICLE = /\.(?:html?|xhtml|md|markdown|xml|json)$/iu
/** What systems put into folders for themselves. */
const OF_THE_SYSTEM = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/u
/** A folder with more is a whole site. */
const MAX_ARTICLES = 1000

/** Reads the text of a file; null for one of no format that is known. */
export type ReadText = (text: string, name: string) => { format: ImportFormat; articles: ImportedArticle[] } | null

type Found = { path: string; format: ImportFormat; articles: ImportedArticle[] }

function textOf(bytes: Uint8Array): string | null {
  try {
    return decodeText(bytes).text
  } catch (error) {
    // What is called a text and is none is a file that is not read.
    if (error instanceof ContractError) return null
    throw error
  }
}

/** Pages write the names of files as addresses. */
function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch (error) {
    // A percent sign that stands for itself.
    if (error instanceof URIError) return path
    throw error
  }
}

/** A file names its pictures from where it lies. */
function fromItsPlace(article: ImportedArticle, path: string, files: FilesBeside): ImportedArticle {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const placeOf = (named: string): string =>
    [`${folder}${named}`, `${folder}${decoded(named)}`].find((each) => files.has(each)) ?? `${folder}${named}`
  const pictures = [...article.pictures].map(([id, source]): [string, PictureSource] => [
    id,
    source.kind === 'file' ? { ...source, path: placeOf(source.path) } : source,
  ])
  return { ...article, pictures: new Map(pictures) }
}

/**
 * Reads the files of a folder that came as a zip: articles of any format, and the pictures that they name. Whatever else
 * lies in it is told of with the first of them.
 * @throws ImportError `unsupported` where nothing in it is an article, `too-large`, and what reading a file throws.
 */
export function readFolder(files: FilesBeside, read: ReadText): ReadFile {
  const own = [...files].filter(([path]) => !OF_THE_SYSTEM.test(path) && !path.endsWith('/'))
  const texts = own.filter(([path]) => ARTICLE.test(path))
  if (texts.length > MAX_ARTICLES) throw new ImportError('too-large')
  const found = texts.flatMap(([path, bytes]): Found[] => {
    const text = textOf(bytes)
    const known = text === null ? null : read(text, path)
    if (known === null) return []
    return [{ path, format: known.format, articles: known.articles.map((each) => fromItsPlace(each, path, files)) }]
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
