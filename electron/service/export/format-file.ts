import type { Article } from '#core/article/article.ts'
import { carriesBody } from '#core/export/action.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Edition } from '#core/export/edition.ts'
import { addressesBeside, FORMATS, writeFormat, type FormatId, type Written } from '#core/export/formats.ts'
import type { PackageFile } from '#core/export/package/bag.ts'
import type { Review } from '#core/export/tracked/review.ts'
import type { Rendition } from '#core/export/renditions.ts'
import type { ImageUrl } from '#core/export/targets/html/context.ts'
import { finishPdf } from '#electron/files/print/finish-pdf.ts'
import type { Printer } from '#electron/files/print/page.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { figures } from '#core/article/text-nodes.ts'

type Tools = { print?: Printer | undefined }
type Input = {
  article: Article
  edition: Edition
  images: ReadonlyMap<string, readonly Rendition[]>
  /** Never for a package or a sending. */
  review?: Review
}

/**
 * @param widest the greatest width in pixels, of pictures that have a smaller copy
 * @returns the address of a picture as a data URL: the file then holds its pictures itself.
 */
function dataUrls({ article, images }: Input, widest = Infinity): ImageUrl {
  const types = new Map(
    figures(article.document).flatMap(({ asset }) => (asset ? [[asset.hash, asset.mediaType]] : [])),
  )
  return (hash) => {
    const renditions = images.get(hash) ?? []
    const bytes = (renditions.find(({ width }) => width <= widest) ?? renditions.at(-1))?.bytes
    return bytes === undefined ? null : `data:${types.get(hash)};base64,${Buffer.from(bytes).toString('base64')}`
  }
}

async function toBytes(written: Written, print: Printer | undefined): Promise<Uint8Array> {
  if (written.kind === 'text') return Buffer.from(written.text, 'utf8')
  if (written.kind === 'zip') return writeZip(written.parts)
  const pdf = print === undefined ? null : await print(written.html)
  if (pdf === null) throw new ContractError('no-printer')
  return finishPdf(pdf, written.properties)
}

/**
 * Writes an article in a format.
 * @returns the file, under the name that it has inside a package.
 * @throws ContractError `no-printer` for a PDF where no browser is installed.
 */
export async function formatFile(
  id: FormatId,
  input: Input,
  { print }: Tools,
): Promise<PackageFile & { mediaType: string }> {
  const format = FORMATS[id]
  const all = (hash: string): readonly Rendition[] => input.images.get(hash) ?? []
  // Beside the file are the originals only: it must name no other.
  const renditions = format.pictures === 'beside' ? (hash: string) => all(hash).slice(0, 1) : all
  const images =
    format.pictures === 'inside' ? dataUrls(input, format.widest) : addressesBeside(input.article, renditions)
  const written = writeFormat(id, { ...input, renditions, images })
  return {
    path: `article.${format.extension}`,
    mediaType: format.mediaType,
    bytes: await toBytes(written, print),
  }
}

/** @returns whether a format may be missing: a kill or a withdrawal must not wait for a printer. */
function canDoWithout(error: unknown, { edition }: Input): boolean {
  return error instanceof ContractError && error.code === 'no-printer' && !carriesBody(edition.action)
}

/**
 * Writes an article in several formats. A kill or a withdrawal goes without a PDF where nothing can print one.
 * @throws ContractError as above.
 */
export async function formatFiles(
  ids: readonly FormatId[],
  input: Input,
  tools: Tools,
): Promise<(PackageFile & { mediaType: string })[]> {
  const files = []
  for (const id of ids) {
    try {
      // One at a time: each may start a browser.
      // oxlint-disable-next-line no-await-in-loop
      files.push(await formatFile(id, input, tools))
    } catch (error) {
      if (!canDoWithout(error, input)) throw error
    }
  }
  return files
}
