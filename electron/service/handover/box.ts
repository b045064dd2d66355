import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CallGiven, CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { BoxedFile } from '#core/contract/handover.ts'
import { MAX_IMPORT_BYTES } from '#core/contract/import.ts'
import { articleName } from '#core/article/opening.ts'
import { HANDOVER_EXTENSION } from '#core/newsroom/handover/bag.ts'
import { getArticle } from '#db/tables/articles.ts'
import { digest } from '#db/seal.ts'
import { givenFile, type GivenFile } from '#db/tables/handovers.ts'
import { requireFolder } from '../folders/folders.ts'
import { readBounded } from '../folders/read-bounded.ts'
import type { HandoverContext } from './handover-context.ts'
import { lookAtHandover } from './take.ts'

/** Each is read and verified. Whoever shares a folder clears it now and then. */
const MOST_FILES = 100

type Found = { path: string; name: string; changedAt: string; version: string }

/** Answers `handover.box`. @throws ContractError `folder-missing`, `folder-not-chosen` */
export async function boxOf(
  { folder: typed, actor }: CallGiven<'handover.box'>,
  context: HandoverContext,
): Promise<CallOutput<'handover.box'>> {
  context.grants.require(typed)
  const folder = resolve(typed)
  requireFolder(folder)
  const all = filesIn(folder)
  const files: BoxedFile[] = []
  for (const { version, ...found } of all.slice(0, MOST_FILES)) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, since each fills a worker
    files.push({ ...found, what: await whatIs(found.path, version, { actor }, context) })
  }
  return { files, more: Math.max(0, all.length - MOST_FILES) }
}

/** @returns the hand-overs in a folder, the newest first. One that goes meanwhile is left out. */
function filesIn(folder: string): Found[] {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(HANDOVER_EXTENSION))
    .flatMap(({ name }): Found[] => {
      const path = join(folder, name)
      const stat = statSync(path, { throwIfNoEntry: false })
      if (stat === undefined) return []
      return [{ path, name, changedAt: stat.mtime.toISOString(), version: `${stat.mtimeMs} ${stat.size} ${stat.ino}` }]
    })
  return found.toSorted((one, other) => (one.changedAt > other.changedAt ? -1 : 1))
}

type By = Pick<CallGiven<'handover.look'>, 'actor'>

/** A name says nothing: a colleague's file of the same article has the same one. */
async function whatIs(path: string, version: string, by: By, context: HandoverContext): Promise<BoxedFile['what']> {
  const { store, lookedFiles } = context
  const known = lookedFiles.get(path, version)
  const sha256 = known?.sha256 ?? hashOf(path)
  const given = sha256 === '' ? null : givenFile(store.db, sha256)
  if (given !== null) return givenHere(given, context)
  if (known !== null && known.mark === markOf(known.what, context)) return known.what
  const what = await looked(path, by, context)
  lookedFiles.keep(path, version, { sha256, what, mark: markOf(what, context) })
  return what
}

/** @returns empty for a file that cannot be read, which is said when it is looked at */
function hashOf(path: string): string {
  try {
    return digest(readBounded(path, MAX_IMPORT_BYTES, 'import-too-large'))
  } catch (error) {
    if (error instanceof ContractError) return ''
    throw error
  }
}

/** @returns what is another once the article here is, and with it what the file would do */
function markOf(what: BoxedFile['what'], { store: { db } }: HandoverContext): string {
  if (what.kind !== 'in') return ''
  const row = db.get<{ steps: number; saves: number | null }>(
    `SELECT (SELECT count(*) FROM events WHERE article_id = :id) AS steps,
       (SELECT save_number FROM articles WHERE id = :id) AS saves`,
    { id: what.preview.id },
  )
  return `${row?.steps} ${row?.saves}`
}

function givenHere(
  { articleId: id, at, name: to, answeredAt }: GivenFile,
  { store: { db } }: HandoverContext,
): BoxedFile['what'] {
  return { kind: 'out', id, headline: headlineOf(id, db), to, at, answeredAt }
}

/** A damaged article has no headline that can be read. */
function headlineOf(id: string, db: HandoverContext['store']['db']): string {
  try {
    const stored = getArticle(db, id)
    return stored === null ? '' : articleName(stored.article)
  } catch (error) {
    if (error instanceof ContractError) return ''
    throw error
  }
}

async function looked(path: string, by: By, context: HandoverContext): Promise<BoxedFile['what']> {
  try {
    return { kind: 'in', preview: await lookAtHandover({ ...by, file: { path } }, context) }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    return { kind: 'refused', code: error.code, params: error.params }
  }
}
