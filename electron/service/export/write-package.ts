import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import { articleHash, sha256Hex } from '#core/article/canonical.ts'
import type { CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { PackageAction } from '#core/export/action.ts'
import { checkArticle } from '#core/export/checklist.ts'
import type { Edition } from '#core/export/edition.ts'
import type { FormatId } from '#core/export/formats.ts'
import { packageName } from '#core/export/package/name.ts'
import { buildPackage } from '#core/export/package/package.ts'
import type { Actor, State } from '#core/review/states.ts'
import { hasBytes } from '#db/regular-file.ts'
import { setState } from '#db/tables/articles.ts'
import { addExport, ancestorsOf, nextVersion } from '#db/tables/exports.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { closeOwnFolder } from '#electron/files/own-folder.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { asFolderError } from '../folders/folders.ts'
import type { Step } from '../jobs/jobs.ts'
import { outgoingPictures } from '../pictures/outgoing-pictures.ts'
import { recordEvent } from '../articles/record-event.ts'
import type { WriteContext } from '../articles/write-context.ts'
import { loadArticle } from '../articles/load-article.ts'
import { editionOf, requireExportable } from '../editions/edition.ts'
import { checkFacts } from '../editions/check-facts.ts'
import { requireForExport } from '../editions/require-checks.ts'
import type { ExportContext } from './export-context.ts'
import { formatFiles } from './format-file.ts'

type Written = CallOutput<'publish.export'>
type Order = {
  id: string
  /** Absolute and writable. */
  folder: string
  draft: boolean
  actor: Actor
  action?: PackageAction | undefined
  /** Formats to add to those that every package has. */
  formats?: readonly FormatId[]
}

/** How many steps of a job one package takes. */
export const PACKAGE_STEPS = 3

/**
 * Makes an article's package, verifies it as its receiver will, writes it into a folder atomically, and records it.
 * @throws ContractError what `requireExportable` and `requireForExport` throw, `conflict` when the article changed
 *   meanwhile, and what a folder refuses.
 */
export async function writePackage(order: Order, context: ExportContext, step: Step): Promise<Written> {
  const { store } = context
  const { id, draft, actor, folder } = order
  const stored = loadArticle(store, id)
  const { article, state, saveNumber } = stored
  const edition = editionOf(stored, context, order.action)
  requireExportable(state, edition.version, draft, actor.role)
  requireForExport(article, edition, context)
  const images = await outgoingPictures(article, store.folder, context.parse)
  await step()
  const extras = await formatFiles(order.formats ?? [], { article, edition, images }, context)
  const input = {
    ...edition,
    article,
    revision: articleHash(article),
    ancestors: ancestorsOf(store.db, id),
    images,
    extras,
    signer: context.packageSigner(),
  }
  const bytes = await writeZip(buildPackage(input))
  await step()
  // A fault of ours must be found here, not by a CMS.
  const report = await context.parse('package of ours', bytes)
  if (!report.valid) throw new Error(`The package is not sound: ${report.problems.map(({ code }) => code).join()}`)
  await step()
  // Other calls may have been served while the zip was made.
  const isSame = loadArticle(store, id).saveNumber === saveNumber && nextVersion(store.db, id) === edition.version
  if (!isSame) throw new ContractError('conflict', { id })
  requireForExport(article, edition, context)
  const path = writeBeside(folder, article, edition, bytes)
  const written = { path, version: edition.version, bytes: bytes.length, sha256: sha256Hex(bytes) }
  record(written, { article, from: state, to: edition.draft ? state : exportedState(state), by: actor }, context)
  const { action, draft: isDraft, embargoed } = edition
  const warnings = checkArticle(article, checkFacts(store.db, id, action, context.now()))
  return { ...written, action, draft: isDraft, embargoed, warnings }
}

function exportedState(state: State): State {
  return state === 'approved' ? 'exported' : state
}

/**
 * Never overwrites a file with other content: a package that was handed over must stay as it was.
 * @returns the path.
 */
function writeBeside(folder: string, article: Article, { version }: Edition, bytes: Uint8Array): string {
  const name = packageName(article, version)
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? `${name}.zip` : `${name}-${copy}.zip`)
    if (existsSync(path) && !hasBytes(path, bytes)) continue
    asFolderError(folder, () => {
      closeOwnFolder(folder)
      writeFileAtomic(path, bytes)
    })
    return path
  }
}

type Record = { article: Article; from: State; to: State; by: Actor }

/**
 * Records the export. Where that fails, the package is removed: a package that the store does not know must not stay.
 */
function record(
  written: Pick<Written, 'path' | 'version' | 'bytes' | 'sha256'>,
  { article, from, to, by }: Record,
  { store, now, clientId, emit }: WriteContext,
): void {
  const at = now()
  try {
    store.db.transaction(() => {
      const { revision } = recordEvent(store.db, article, { at, actor: by, action: 'exported', from, to })
      addExport(store.db, { ...written, articleId: article.id, revision, at, by: by.name })
      if (to !== from) setState(store.db, article.id, to, at)
    })
  } catch (error) {
    rmSync(written.path, { force: true })
    throw error
  }
  emit({ type: 'article-changed', id: article.id, by: clientId })
}
