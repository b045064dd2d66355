import { dirname, resolve } from 'node:path'
import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { checkArticle } from '#core/export/checklist.ts'
import { pubStatus } from '#core/export/edition.ts'
import { articleHtml } from '#core/export/targets/html/html.ts'
import { personIdOf } from '#core/newsroom/person.ts'
import { getPerson } from '#db/tables/people.ts'
import { placeOf } from '#db/tables/journal.ts'
import { schemasFolder } from '#electron/files/verify-package/schemas.ts'
import type { Context, Handlers } from '../context.ts'
import { checkFacts } from '../editions/check-facts.ts'
import { editionOf, requireExportable } from '../editions/edition.ts'
import { requireForExport } from '../editions/require-checks.ts'
import { exportFile } from '../export/export-file.ts'
import { exportMany } from '../export/export-many.ts'
import { PACKAGE_STEPS, writePackage } from '../export/write-package.ts'
import { listFolders, requireWritableFolder } from '../folders/folders.ts'
import { pictureUrls } from '../pictures/data-urls.ts'
import { changeSettings } from '../store/change-settings.ts'
import { loadArticle } from '../articles/load-article.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export const publishHandlers: Handlers<'publish'> = {
  'publish.preview': ({ id }, context) => {
    const stored = loadArticle(context.store, id)
    const { article } = stored
    const urls = pictureUrls(article, context.store.folder)
    const edition = editionOf(stored, context)
    const { version, action, embargoed } = edition
    return {
      html: articleHtml(article, { images: (hash) => urls.get(hash) ?? null, edition }),
      findings: checkArticle(article, checkFacts(context.store.db, id, action, context.now())),
      next: { version, action, status: pubStatus(edition), embargo: article.metadata.embargo, embargoed },
    }
  },
  'publish.export': (input, context) => exportOne(input, context),
  'publish.exportMany': async (input, context) => {
    const folder = writableFolder(input.folder, context)
    const output = await exportMany(input, folder, context)
    changeSettings({ exportFolder: folder }, context)
    return output
  },
  'publish.exportFile': (input, context) => {
    context.grants.require(input.folder)
    return exportFile(input, context)
  },
  'publish.verify': async (input, { parse, grants, store }) => {
    if ('path' in input) grants.require(dirname(input.path))
    const schemas = schemasFolder(process.env)
    const report = await ('path' in input
      ? parse('package in a file', { path: input.path, schemas })
      : parse('package', { base64: input.bytes, schemas }))
    const { signer } = report
    if (signer === null) return report
    return {
      ...report,
      signer: {
        ...signer,
        knownAs: getPerson(store.db, personIdOf(signer.publicKey))?.name ?? null,
        audit: signer.head === null ? null : placeOf(store.db, signer.head),
      },
    }
  },
  'publish.folders': ({ folder }, { home, grants }) => {
    grants.requireListable(folder ?? home)
    return listFolders(folder ?? home)
  },
  'publish.chooseFolder': ({ folder }, { grants }) => {
    grants.requireChoosable(folder)
    const found = listFolders(folder)
    grants.add(found.folder)
    return { folder: found.folder }
  },
}

async function exportOne(
  { folder: typed, job, ...order }: CallGiven<'publish.export'>,
  context: Context,
): Promise<CallOutput<'publish.export'>> {
  requireWritableStore(context.store)
  // Before the folder is checked: the command line creates the folder, and must not do so for an export that is
  // refused.
  const stored = loadArticle(context.store, order.id)
  const edition = editionOf(stored, context, order.action)
  requireExportable(stored.state, edition.version, order.draft, order.actor.role)
  requireForExport(stored.article, edition, context)
  const folder = writableFolder(typed, context)
  const written = await context.jobs.run(job ?? null, PACKAGE_STEPS, (step) =>
    writePackage({ ...order, folder }, context, step),
  )
  changeSettings({ exportFolder: folder }, context)
  return written
}

function writableFolder(typed: string, { store, grants }: Context): string {
  requireWritableStore(store)
  grants.require(typed)
  const folder = resolve(typed)
  requireWritableFolder(folder)
  return folder
}
