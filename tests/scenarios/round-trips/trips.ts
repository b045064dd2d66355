import type { Article } from '#core/article/article.ts'
import type { Block, Figure } from '#core/article/block.ts'
import { FORMATS, picturesBeside } from '#core/export/formats.ts'
import { buildPackage } from '#core/export/package/package.ts'
import type { Rendition } from '#core/export/renditions.ts'
import type { ImportLoss } from '#core/import/losses.ts'
import { identifyImage } from '#electron/files/identify-image.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { formatFile } from '#electron/service/export/format-file.ts'
import { resolvePictures } from '#electron/service/parsing/resolve-pictures.ts'
import { readFile } from '#electron/service/parsing/read-file.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITION, PACKAGE } from '#tests/support/edition.ts'
import { png } from '#tests/support/pictures.ts'

const BYTES = png(8, 6)
const PICTURE = identifyImage(BYTES, 'صورة.png')
const IMAGES = new Map<string, Rendition[]>([[PICTURE.hash, [{ name: 'original', width: 8, height: 6, bytes: BYTES }]]])
/** The store has no pictures: every one that is imported was in the file. */
const NO_STORE = '/nonexistent'

/** @returns the article with real pictures in place of its own, so that an imported file can be compared. */
export function withRealPictures(article: Article): Article {
  const real = (figure: Figure): Figure => (figure.asset === undefined ? figure : { ...figure, asset: PICTURE })
  const change = (block: Block): Block => {
    if (block.type === 'figure') return real(block)
    return block.type === 'gallery' ? { ...block, children: block.children.map(real) } : block
  }
  return { ...article, document: article.document.map(change) }
}

/** The article of a round trip, with the losses and the id that the import reported. */
export type Back = { article: Article; losses: ImportLoss[]; midadId: string | null }

async function read(bytes: Uint8Array, name: string): Promise<Back> {
  const newId = counter('in')
  const found = await readFile(bytes, name, () => ({ id: 'imported', newId }))
  if (found.kind !== 'articles') throw new Error(`${name} was read as lines`)
  const [imported] = found.articles
  if (imported === undefined) throw new Error('no article came back')
  return resolvePictures(imported, found.files, NO_STORE)
}

/** The formats that are read back. */
export const READ_BACK = ['html', 'markdown', 'docx', 'ninjs', 'newsml-g2', 'wxr'] as const
export type ReadBack = (typeof READ_BACK)[number]

/** Exports and imports a file of a format, with its pictures in it or beside it; without those beside it if `isBare`. */
export async function throughFile(format: ReadBack, article: Article, isBare = false): Promise<Back> {
  const file = await formatFile(format, { article, edition: EDITION, images: IMAGES }, {})
  const isBeside = FORMATS[format].pictures === 'beside' && !isBare
  const beside = isBeside ? picturesBeside(article, (hash) => IMAGES.get(hash) ?? []) : []
  if (beside.length === 0) return read(file.bytes, file.path)
  const files = [file, ...beside].map(({ path, bytes }) => ({ path: `خبر/${path}`, bytes }))
  return read(await writeZip(files), 'خبر.zip')
}

/** Exports and imports our package. */
export async function throughPackage(article: Article): Promise<Back> {
  return read(await writeZip(buildPackage({ ...PACKAGE, article, images: IMAGES })), 'خبر.zip')
}
