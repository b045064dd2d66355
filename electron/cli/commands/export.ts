import { knownBy } from '#core/article/opening.ts'
import { mkdirSync, rmdirSync } from 'node:fs'
import type { CallInput, CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { extraFormatSchema, type ExtraFormat } from '#core/export/formats.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { Failure } from '../failure.ts'
import { allRows, findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'
import { fromHere } from '../session.ts'
import { asFolderError } from '#electron/service/folders/folders.ts'

export type ExportOptions = { out: string; draft: boolean; formats?: string; withReview: boolean }
type Order = Omit<CallInput<'publish.exportMany'>, 'ids' | 'job'>

/**
 * Writes the packages of articles into a folder, which is created if need be. Several come with a list of them. An
 * article that is refused is reported, and does not stop the others.
 */
export async function exportCommand(
  session: Session,
  typedIds: readonly string[],
  options: ExportOptions,
): Promise<Answer> {
  const formats = await formatsOf(session, options.formats)
  const ids: string[] = []
  // One after another, and all are found before anything is written.
  // oxlint-disable-next-line no-await-in-loop
  for (const typed of typedIds) ids.push(await findArticle(session, typed))
  const order: Order = { folder: fromHere(options.out), draft: options.draft, formats }
  const [only, ...others] = new Set(ids)
  return only !== undefined && others.length === 0 ? exportOne(session, only, order) : exportMany(session, ids, order)
}

async function exportOne(session: Session, id: string, order: Order): Promise<Answer> {
  const write = (): Promise<CallOutput<'publish.export'>> => session.call('publish.export', { ...order, id })
  // The service checks the article first, so that a refused export leaves no empty folder.
  const { path, version, sha256, bytes, warnings } = await write().catch((error: unknown) => {
    if (!isMissingFolder(error)) throw error
    createFolder(order.folder)
    return write()
  })
  const findings = warnings.length === 0 ? [] : [session.t('cli.findings', { count: warnings.length })]
  return {
    value: { path, version, sha256, bytes, warnings },
    lines: [session.t('cli.exported', { version, path }), ...findings],
  }
}

async function exportMany(session: Session, ids: string[], order: Order): Promise<Answer> {
  const { t } = session
  let isMade = false
  const write = (): Promise<CallOutput<'publish.exportMany'>> => session.call('publish.exportMany', { ...order, ids })
  const { list, packages, refused } = await write().catch((error: unknown) => {
    if (!isMissingFolder(error)) throw error
    createFolder(order.folder)
    isMade = true
    return write()
  })
  if (list === null && isMade) rmdirSync(order.folder)
  const names = new Map((await allRows(session)).map((row) => [row.id, knownBy(row)]))
  const why = refused.map(({ id, code, params }) =>
    t('cli.not-exported', {
      headline: names.get(id) || t('common.untitled'),
      why: refusalWords(code, params, t),
    }),
  )
  return {
    value: { list, packages, refused },
    lines: [
      ...packages.map(({ version, path }) => t('cli.exported', { version, path })),
      ...why,
      list === null ? t('cli.exported-none') : t('cli.exported-list', { path: list }),
    ],
    isNo: refused.length > 0,
  }
}

/** @throws Failure for an unknown format. */
async function formatsOf(session: Session, typed: string | undefined): Promise<ExtraFormat[]> {
  if (typed === undefined) return (await session.call('settings.get', {})).packageFormats
  const names = typed
    .split(/[,،]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'none')
  return [...new Set(names)].map((name) => {
    const format = extraFormatSchema.safeParse(name)
    if (format.success) return format.data
    throw new Failure(2, 'cli.misuse-invalid-value', { value: name, choices: extraFormatSchema.options.join(', ') })
  })
}

/** @returns whether an export was refused because its folder is not there. */
export function isMissingFolder(error: unknown): boolean {
  return error instanceof ContractError && error.code === 'folder-missing'
}

/** @throws ContractError when the folder cannot be made. */
export function createFolder(folder: string): void {
  asFolderError(folder, () => void mkdirSync(folder, { recursive: true, mode: 0o700 }))
}
