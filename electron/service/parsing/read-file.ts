import { readArticleFile } from '#core/article/article-file.ts'
import { isFields } from '#core/article/json.ts'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import { figures } from '#core/article/text-nodes.ts'
import { MAX_ARTICLE_FILE, MAX_IMPORT_BYTES, MAX_LINES } from '#core/contract/import.ts'
import { ContractError, type ErrorCode } from '#core/contract/errors.ts'
import { importDocx } from '#core/import/docx/docx.ts'
import { formatOfText, jsonOf, type ImportFormat } from '#core/import/format.ts'
import { importHtml } from '#core/import/html/page.ts'
import { ImportError, type ImportRefusal } from '#core/import/import-error.ts'
import type { Ids, ImportedArticle, PictureSource } from '#core/import/imported.ts'
import { Losses } from '#core/import/losses.ts'
import { importMarkdown } from '#core/import/markdown/markdown.ts'
import { importNewsml } from '#core/import/newsml-g2/newsml-g2.ts'
import { importNinjs } from '#core/import/ninjs/ninjs.ts'
import { recogniseText } from '#core/import/text/recognise.ts'
import { importWxr } from '#core/import/wxr/wxr.ts'
import { decodeText } from '#electron/files/decode-text.ts'
import { readZip } from '#electron/files/zip-read.ts'
import { readFolder } from './read-folder.ts'
import { readPackage } from './read-package.ts'
import type { FilesBeside, Lines, ReadArticles } from './read-result.ts'

const REFUSALS: Readonly<Record<ImportRefusal, ErrorCode>> = {
  damaged: 'import-damaged',
  empty: 'import-empty',
  'newer-version': 'import-newer',
  'too-large': 'import-too-large',
  unsupported: 'import-unsupported',
  'without-body': 'import-without-body',
}

/** What an article in our own format does not say. */
const NOT_SAID = { version: null, revision: null, modifiedBy: '', proposals: [], threads: [] }

const NO_FILES: FilesBeside = new Map()

/** The beginning of each line that is not blank. */
const LINE = /^[^\S\n\r\u2028\u2029]*\S/gmu

/** Reads text that has no known format line by line. @throws ContractError `text-too-large`. */
function readLines(text: string, encoding: string, isFile: boolean): Lines {
  // The rules would take many seconds for what is refused below.
  if ((text.match(LINE)?.length ?? 0) > MAX_LINES) throw new ContractError('text-too-large')
  const recognised = recogniseText(text)
  // `import.accept` would refuse it too, but only after a person had reviewed it.
  if (recognised.lines.length > MAX_LINES) throw new ContractError('text-too-large')
  const isLegacy = isFile && !/^utf-?(?:8|16)/iu.test(encoding)
  const warnings = isLegacy ? ([...recognised.warnings, 'decoded-legacy'] as const) : recognised.warnings
  return { kind: 'lines', ...recognised, warnings: [...new Set(warnings)], encoding }
}

/** Reads an article in our own format: a file that a window saved, or the `article.json` of a package. */
function articleOf(text: string, { newId }: Ids): ImportedArticle {
  try {
    const json = jsonOf(text)
    const isFile = isFields(json) && json['format'] === 'midad-article'
    const { article, pictures, base } = isFile
      ? readArticleFile(text, newId)
      : { article: parseArticle(json, newId), pictures: [], base: null }
    const byHash = new Map(pictures.map(({ hash, bytes }): [string, string] => [hash, bytes]))
    const sources = figures(article.document).flatMap(({ id, asset }): [string, PictureSource][] => {
      const data = asset === undefined ? undefined : byHash.get(asset.hash)
      return data === undefined ? [] : [[id, { kind: 'base64', data }]]
    })
    return { article, losses: [], pictures: new Map(sources), midadId: article.id, base, ...NOT_SAID }
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error
    throw new ImportError(error.code === 'newer-version' ? 'newer-version' : 'damaged', { cause: error })
  }
}

function readArticles(format: ImportFormat, text: string, nextIds: () => Ids): ImportedArticle[] {
  switch (format) {
    case 'html':
      return [importHtml(text, nextIds())]
    case 'markdown':
      return [importMarkdown(text, nextIds())]
    case 'wxr':
      return importWxr(text, nextIds)
    case 'newsml-g2':
      return importNewsml(text, nextIds)
    case 'ninjs':
      return [importNinjs(jsonOf(text), nextIds())]
    case 'article':
      return [articleOf(text, nextIds())]
    case 'docx':
    case 'package':
      throw new ImportError('unsupported')
  }
}

/** Decodes the XML parts of a DOCX only: its pictures as text would fill the memory. */
function xmlPartsOf(files: FilesBeside): Map<string, string> {
  return new Map(
    [...files]
      .filter(([path]) => /\.(?:xml|rels)$/u.test(path))
      .map(([path, data]) => [path, Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('utf8')]),
  )
}

async function readArchive(bytes: Uint8Array, nextIds: () => Ids): Promise<ReadArticles> {
  const { files, problems } = await readZip(bytes, { isForeign: true })
  // What follows in the zip was not read either.
  if (problems.some(({ code }) => code === 'too-large' || code === 'absurd-ratio')) throw new ImportError('too-large')
  if (problems.some(({ code }) => code === 'not-a-zip')) throw new ImportError('damaged')
  const sound = new Map([...files].flatMap(([path, data]) => (data === null ? [] : [[path, data] as const])))
  if ([...sound.keys()].some((path) => /^[^/]+\/bagit\.txt$/u.test(path))) return readPackage(bytes, sound, nextIds())
  const leftOut = [...problems.map(({ path }) => path), ...[...files.keys()].filter((path) => !sound.has(path))]
  return withLeftOut(readSound(sound, nextIds), leftOut)
}

/** Reads the files of a zip that is no package: a Word document, or a folder. */
function readSound(files: FilesBeside, nextIds: () => Ids): ReadArticles {
  if (files.has('word/document.xml')) {
    const article = importDocx(xmlPartsOf(files), nextIds())
    return { kind: 'articles', format: 'docx', articles: [article], files, isWhole: false }
  }
  return readFolder(files, (text, name) => {
    const format = formatOfText(text, name)
    return format === null ? null : { format, articles: readArticles(format, text, nextIds) }
  })
}

/**
 * Names what was not unpacked, so that nobody takes the import for all that was sent.
 * @param leftOut the names of members that were skipped: links, paths that leave the zip, unreadable names, duplicates
 */
function withLeftOut(read: ReadArticles, leftOut: readonly string[]): ReadArticles {
  const [first, ...others] = read.articles
  if (first === undefined || leftOut.length === 0) return read
  const losses = new Losses(first.losses)
  for (const path of leftOut) losses.add('left-out', path)
  return { ...read, articles: [{ ...first, losses: losses.list() }, ...others] }
}

/** An article file holds its pictures, so it may be larger than a text. */
function isArticleFile(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return (
    bytes.length <= 2 * MAX_ARTICLE_FILE && /^(?:\u00EF\u00BB\u00BF)?\s*\{\s*"format":\s*"midad-article"/u.test(start)
  )
}

/**
 * Reads a file by its content, whatever its name says.
 * @param nextIds called once for each article
 * @throws ContractError an `import-*` code, `text-too-large` or `package-unsound`; nothing else, whatever the file
 *   holds.
 */
export async function readFile(bytes: Uint8Array, name: string, nextIds: () => Ids): Promise<ReadArticles | Lines> {
  if (bytes.length > MAX_IMPORT_BYTES) throw new ContractError('import-too-large')
  try {
    // The first two bytes of every zip.
    if (Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK') return await readArchive(bytes, nextIds)
    const { text, encoding } = isArticleFile(bytes)
      ? { text: Buffer.from(bytes).toString('utf8'), encoding: 'utf-8' }
      : decodeText(bytes)
    const format = formatOfText(text, name)
    if (format === null) return readLines(text, encoding, true)
    const isWhole = format === 'article'
    return { kind: 'articles', format, articles: readArticles(format, text, nextIds), files: NO_FILES, isWhole }
  } catch (error) {
    if (error instanceof ImportError) throw new ContractError(REFUSALS[error.code], {}, { cause: error })
    // Nesting so deep that a parser's stack overflows is no article.
    if (error instanceof RangeError) throw new ContractError('import-too-large', {}, { cause: error })
    throw error
  }
}

/** Reads pasted text as a text file is read, with the same limits. @throws ContractError as `readFile`. */
export function readPasted(text: string): Lines {
  const decoded = decodeText(Buffer.from(text, 'utf8'))
  return readLines(decoded.text, decoded.encoding, false)
}
