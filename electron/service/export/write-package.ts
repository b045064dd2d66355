import { existsSync, readFileSync, rmSync } from 'node:fs'
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
import { setState } from '#db/tables/articles.ts'
import { addExport, nextVersion } from '#db/tables/exports.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { verifyPackage } from '#electron/files/verify-package.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import type { Context } from '../context.ts'
import { asFolderError } from '../folders/folders.ts'
import type { Step } from '../jobs/jobs.ts'
import { travellingPictures } from '../pictures/outgoing-pictures.ts'
import { recordStep } from '../articles/record-event.ts'
import { loadArticle } from '../articles/load-article.ts'
import { editionOf, requireExportable } from '../editions/edition.ts'
import { formatFiles } from './format-file.ts'

type Written = CallOutput<'publish.export'>
type Order = {
  id: string
  /** Absolute, and known to be one that can be written into. */
  folder: string
  draft: boolean
  actor: Actor
  action?: PackageAction | undefined
  /** Other formats that are to lie in the package too. */
  formats?: readonly FormatId[]
}

/** How many steps the writing of one package tells of. */
export const PACKAGE_STEPS = 3

/**
 * Makes an article's package, looks at it as its receiver will, writes it into a folder in one piece, and records it.
 * @throws ContractError whatever may not leave is refused with; `conflict` when the article changed meanwhile.
 */
export async function writePackage(order: Order, context: Context, step: Step): Promise<Written> {
  const { store } = context
  const { id, draft, actor, folder } = order
  const stored = loadArticle(store, id)
  const { article, state, saveNumber } = stored
  const edition = editionOf(stored, context, order.action)
  requireExportable(state, edition.version, draft, actor.role)
  const images = await travellingPictures(article, store.folder)
  await step()
  const extras = await formatFiles(order.formats ?? [], { article, edition, images }, context)
  const input = { ...edition, article, revision: articleHash(article), images, extras }
  const bytes = await writeZip(buildPackage(input))
  await step()
  // What leaves is looked at as its receiver will: a fault of ours must not be found by a CMS.
  const report = await verifyPackage(bytes)
  if (!report.valid) throw new Error(`The package is not sound: ${report.problems.map(({ code }) => code).join()}`)
  await step()
  // Others may have been served while the zip was made.
  const isSame = loadArticle(store, id).saveNumber === saveNumber && nextVersion(store.db, id) === edition.version
  if (!isSame) throw new ContractError('conflict', { id })
  const path = writeBeside(folder, article, edition, bytes)
  const written = { path, version: edition.version, bytes: bytes.length, sha256: sha256Hex(bytes) }
  record(written, { article, from: state, to: edition.draft ? state : exportedState(state), by: actor }, context)
  const { action, draft: isDraft, embargoed } = edition
  return { ...written, action, draft: isDraft, embargoed, warnings: checkArticle(article, context.now()) }
}

function exportedState(state: State): State {
  return state === 'approved' ? 'exported' : state
}

/** Never over a file of another content: a package that was sent must stay what it was. */
function writeBeside(folder: string, article: Article, { version }: Edition, bytes: Uint8Array): string {
  const name = packageName(article, version)
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? `${name}.zip` : `${name}-${copy}.zip`)
    if (existsSync(path) && Buffer.compare(readFileSync(path), bytes) !== 0) continue
    asFolderError(folder, () => writeFileAtomic(path, bytes))
    return path
  }
}

type Record = { article: Article; from: State; to: State; by: Actor }

/** The store knows of a package or the package is not there: neither alone. */
function record(
  written: Pick<Written, 'path' | 'version' | 'bytes' | 'sha256'>,
  { article, from, to, by }: Record,
  { store, now, clientId, emit }: Context,
): void {
  const at = now()
  try {
    store.db.transaction(() => {
      const { revision } = recordStep(store.db, article, { at, actor: by, action: 'exported', from, to })
      addExport(store.db, { ...written, articleId: article.id, revision, at, by: by.name })
      if (to !== from) setState(store.db, article.id, to, at)
    })
  } catch (error) {
    rmSync(written.path, { force: true })
    throw error
  }
  emit({ type: 'article-changed', id: article.id, by: clientId })
}
