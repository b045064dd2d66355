import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CallGiven, CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { BoxedFile } from '#core/contract/handover.ts'
import { articleName } from '#core/article/opening.ts'
import { HANDOVER_EXTENSION } from '#core/newsroom/handover/bag.ts'
import { getArticle } from '#db/tables/articles.ts'
import { givenFile } from '#db/tables/handovers.ts'
import { requireFolder } from '../folders/folders.ts'
import type { HandoverContext } from './handover-context.ts'
import { lookAtHandover } from './take.ts'

/** Each is read and verified. Whoever shares a folder clears it now and then. */
const MOST_FILES = 100

type Found = { path: string; name: string; changedAt: string }

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
  for (const found of all.slice(0, MOST_FILES)) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, since each fills a worker
    files.push({ ...found, what: givenHere(found, context) ?? (await looked(found, { actor }, context)) })
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
      return stat === undefined ? [] : [{ path, name, changedAt: stat.mtime.toISOString() }]
    })
  return found.toSorted((one, other) => (one.changedAt > other.changedAt ? -1 : 1))
}

function givenHere({ name }: Found, { store: { db } }: HandoverContext): BoxedFile['what'] | null {
  const given = givenFile(db, name)
  if (given === null) return null
  const { articleId: id, at, name: to, answeredAt } = given
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

async function looked(
  { path }: Found,
  by: Pick<CallGiven<'handover.look'>, 'actor'>,
  context: HandoverContext,
): Promise<BoxedFile['what']> {
  try {
    return { kind: 'in', preview: await lookAtHandover({ ...by, file: { path } }, context) }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    return { kind: 'refused', code: error.code, params: error.params }
  }
}
