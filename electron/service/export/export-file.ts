import { countLeftOut } from '#core/export/tracked/left-out.ts'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { sha256Hex } from '#core/article/canonical.ts'
import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { carriesReview, FORMATS, picturesBeside } from '#core/export/formats.ts'
import type { PackageFile } from '#core/export/package/bag.ts'
import { packageName } from '#core/export/package/name.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { closeOwnFolder } from '#electron/files/own-folder.ts'
import { asFolderError, requireWritableFolder } from '../folders/folders.ts'
import { outgoingPictures } from '../pictures/outgoing-pictures.ts'
import { recordEvent } from '../articles/record-event.ts'
import { loadArticle } from '../articles/load-article.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import { editionOf, requireExportable } from '../editions/edition.ts'
import { requireForExport } from '../editions/require-checks.ts'
import type { ExportContext } from './export-context.ts'
import { formatFile } from './format-file.ts'
import { reviewOf } from './review-of.ts'

/** @returns the path of the first name that is not taken, so that no earlier file is overwritten. */
function freeName(folder: string, name: string, extension: string): string {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, `${name}${copy === 1 ? '' : `-${copy}`}${extension}`)
    if (!existsSync(path)) return path
  }
}

/**
 * Writes a file; one that refers to pictures gets a folder of its own, with the pictures in it.
 * @returns the file's path.
 */
function writeTogether(folder: string, name: string, main: PackageFile, pictures: readonly PackageFile[]): string {
  const extension = basename(main.path).slice(basename(main.path).indexOf('.'))
  if (pictures.length === 0) {
    const path = freeName(folder, name, extension)
    writeFileAtomic(path, main.bytes)
    return path
  }
  const own = freeName(folder, name, '')
  mkdirSync(own, 0o700)
  const path = join(own, `${name}${extension}`)
  try {
    // The pictures first: a program that finds the file finds all that it refers to.
    for (const picture of pictures) writeFileAtomic(join(own, picture.path), picture.bytes)
    writeFileAtomic(path, main.bytes)
  } catch (error) {
    rmSync(own, { recursive: true, force: true })
    throw error
  }
  return path
}

/**
 * Writes the audit. Where that fails, the file is removed with its folder: a file without an audit entry must not stay.
 */
function record(path: string, hasOwnFolder: boolean, write: () => void): void {
  try {
    write()
  } catch (error) {
    rmSync(hasOwnFolder ? dirname(path) : path, { recursive: true, force: true })
    throw error
  }
}

/**
 * Writes an article in one format, for a person or a program that takes no packages. The file is a copy and has no
 * version: only the audit records it.
 * @throws ContractError `not-editable` for a killed or withdrawn article, `no-printer`, `conflict` when the article
 *   changed meanwhile, and what `requireExportable`, `requireForExport`, `requireWritableFolder` and `asFolderError` throw.
 */
export async function exportFile(
  { id, format, folder: typed, draft, withReview, job, actor }: CallGiven<'publish.exportFile'>,
  context: ExportContext,
): Promise<CallOutput<'publish.exportFile'>> {
  requireWritableStore(context.store)
  const stored = loadArticle(context.store, id)
  const { article, state, saveNumber } = stored
  if (withReview && !carriesReview(format)) throw new ContractError('invalid-input', { path: 'withReview' })
  if (state === 'killed' || state === 'withdrawn') throw new ContractError('not-editable', { state })
  const edition = editionOf(stored, context)
  requireExportable(state, edition.version, draft, actor.role)
  requireForExport(article, edition, context)
  const folder = resolve(typed)
  requireWritableFolder(folder)
  const out = withReview ? reviewOf(article, context.store.db) : null
  return context.jobs.run(job ?? null, 2, async (step) => {
    const images = await outgoingPictures(article, context.store.folder, context.parse)
    await step()
    const file = await formatFile(
      format,
      { article, edition, images, ...(out === null ? {} : { review: out.review }) },
      context,
    )
    await step()
    const beside =
      FORMATS[format].pictures === 'beside' ? picturesBeside(article, (hash) => images.get(hash) ?? []) : []
    if (loadArticle(context.store, id).saveNumber !== saveNumber) throw new ContractError('conflict', { id })
    requireForExport(article, edition, context)
    let path = ''
    asFolderError(folder, () => {
      closeOwnFolder(folder)
      path = writeTogether(folder, packageName(article, edition.version), file, beside)
    })
    const event = { at: context.now(), actor, action: 'exported', from: state, to: state, note: format } as const
    record(path, beside.length > 0, () =>
      context.store.db.transaction(() => recordEvent(context.store.db, article, event)),
    )
    context.emit({ type: 'article-changed', id, by: context.clientId })
    return {
      path,
      folder: dirname(path),
      bytes: file.bytes.length,
      sha256: sha256Hex(file.bytes),
      leftOut: countLeftOut(out?.leftOut ?? []),
    }
  })
}
