import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Article } from '#core/article/article.ts'
import { sha256Hex } from '#core/article/canonical.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { publishCalls } from '#core/contract/publish.ts'
import type { PackageAction } from '#core/export/action.ts'
import type { Edition } from '#core/export/edition.ts'
import { checkArticle } from '#core/export/checklist.ts'
import { packageName } from '#core/export/package/name.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { articleHtml } from '#core/export/targets/html/html.ts'
import type { Role, State } from '#core/review/states.ts'
import { articleHash } from '#core/article/canonical.ts'
import { setState } from '#db/tables/articles.ts'
import { addExport, nextVersion } from '#db/tables/exports.ts'
import { getSettings } from '#db/tables/settings.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { verifyPackage } from '#electron/files/verify-package.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import type { Context, Handlers } from './context.ts'
import { asFolderError, listFolders, requireWritableFolder } from './folders.ts'
import { pictureUrls, travellingPictures } from './pictures.ts'
import { recordStep } from './record-step.ts'
import { changeSettings } from './settings.ts'
import { loadArticle, requireWritableStore } from './stored.ts'
import { verifyFile } from './verify.ts'

export const publishHandlers: Handlers<typeof publishCalls> = {
  'publish.preview': ({ id }, { store, now }) => {
    const { article } = loadArticle(store, id)
    const urls = pictureUrls(article, store.folder)
    return {
      html: articleHtml(article, { images: (hash) => urls.get(hash) ?? null }),
      findings: checkArticle(article, now()),
    }
  },
  'publish.export': (input, context) => exportPackage(input, context),
  'publish.verify': (input) =>
    'path' in input ? verifyFile(input.path) : verifyPackage(Buffer.from(input.bytes, 'base64')),
  'publish.folders': ({ folder }, { home }) => listFolders(folder ?? home),
}

async function exportPackage(
  { id, folder: typed, draft, actor }: CallParsed<'publish.export'>,
  context: Context,
): Promise<CallOutput<'publish.export'>> {
  const { store } = context
  requireWritableStore(store)
  const { article, state, saveNumber, updatedAt } = loadArticle(store, id)
  requireExportable(state, draft, actor.role)
  const folder = resolve(typed)
  requireWritableFolder(folder)
  const images = await travellingPictures(article, store.folder)
  const version = nextVersion(store.db, id)
  const isDraft = !APPROVED.has(state)
  const action = actionOf(state, version)
  const { embargo } = article.metadata
  const edition: Edition = {
    ...{ version, action, draft: isDraft, at: updatedAt, note: '' },
    embargoed: embargo !== null && Date.parse(embargo) > Date.parse(context.now()),
    house: getSettings(store.db).house,
  }
  const bytes = await writeZip(buildPackage({ ...edition, article, revision: articleHash(article), images }))
  // What leaves is looked at as its receiver will: a fault of ours must not be found by a CMS.
  const report = await verifyPackage(bytes)
  if (!report.valid) throw new Error(`The package is not sound: ${report.problems.map(({ code }) => code).join()}`)
  // Others may have been served while the zip was made.
  if (loadArticle(store, id).saveNumber !== saveNumber || nextVersion(store.db, id) !== version) {
    throw new ContractError('conflict', { id })
  }
  const path = writePackage(folder, article, version, bytes)
  const written = { path, version, bytes: bytes.length, sha256: sha256Hex(bytes) }
  record(written, { article, from: state, to: isDraft ? state : exportedState(state), by: actor }, context)
  changeSettings({ exportFolder: folder }, context)
  return { ...written, warnings: checkArticle(article, context.now()) }
}

/** The states in which an editor has said yes to the words as they are. */
const APPROVED: ReadonlySet<State> = new Set(['approved', 'exported', 'published', 'corrected'])

function requireExportable(state: State, draft: boolean, role: Role): void {
  if (state === 'killed') throw new ContractError('not-editable', { state })
  if (!APPROVED.has(state) && !draft) throw new ContractError('not-approved', { state })
  if (!draft && role !== 'editor') throw new ContractError('role-not-allowed')
}

function exportedState(state: State): State {
  return state === 'approved' ? 'exported' : state
}

function actionOf(state: State, version: number): PackageAction {
  if (version === 1) return 'publish'
  return state === 'corrected' ? 'correct' : 'update'
}

/** Never over a file of another content: a package that was sent must stay what it was. */
function writePackage(folder: string, article: Article, version: number, bytes: Uint8Array): string {
  const name = packageName(article, version)
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? `${name}.zip` : `${name}-${copy}.zip`)
    if (existsSync(path) && Buffer.compare(readFileSync(path), bytes) !== 0) continue
    asFolderError(folder, () => writeFileAtomic(path, bytes))
    return path
  }
}

type Step = { article: Article; from: State; to: State; by: { name: string; role: Role } }

/** The store knows of a package or the package is not there: neither alone. */
function record(
  written: Omit<CallOutput<'publish.export'>, 'warnings'>,
  { article, from, to, by }: Step,
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
