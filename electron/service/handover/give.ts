import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import { headText } from '#core/article/plain-text.ts'
import type { CallGiven, CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { buildHandover, HANDOVER_EXTENSION, handoverName } from '#core/newsroom/handover/bag.ts'
import type { Handover } from '#core/newsroom/handover/handover.ts'
import { SIGNED_FILE } from '#core/export/package/signature.ts'
import type { Person } from '#core/newsroom/person.ts'
import { ancestorsOf } from '#core/review/lineage.ts'
import type { Actor } from '#core/review/states.ts'
import type { WriteDb } from '#db/handles.ts'
import type { Store } from '#db/open.ts'
import { listRevisions } from '#db/tables/revisions.ts'
import { digest } from '#db/seal.ts'
import { listEvents } from '#db/tables/events.ts'
import { addHandedStates, addHandover, lastTakenFrom } from '#db/tables/handovers.ts'
import { getPerson } from '#db/tables/people.ts'
import { isAssetSound, readAssetInTurns } from '#electron/files/asset-files.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { loadArticle } from '../articles/load-article.ts'
import { recordEvent } from '../articles/record-event.ts'
import { asFolderError, requireWritableFolder } from '../folders/folders.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import type { HandoverContext } from './handover-context.ts'
import { knownContent } from './content.ts'

type Snapshot = ReturnType<typeof snapshotOf>

/** How often a file is made again because something else was written in the store meanwhile. */
const TRIES = 5

/**
 * Answers `handover.give`. The audit says so once the file is there.
 * @throws ContractError `not-found`, `in-the-bin`, `person-unknown`, `store-read-only`, `conflict` when the store is written all
 *   the time, and what a folder refuses.
 */
export async function giveHandover(
  { id, folder: typed, to, actor }: CallGiven<'handover.give'>,
  context: HandoverContext,
): Promise<CallOutput<'handover.give'>> {
  const { store, grants, now, emit, clientId } = context
  requireWritableStore(store)
  loadArticle(store, id)
  const receiver = to === null ? null : getPerson(store.db, to)
  if (to !== null && receiver === null) throw new ContractError('person-unknown', { id: to })
  grants.require(typed)
  const folder = resolve(typed)
  requireWritableFolder(folder)
  for (let tries = 0; tries < TRIES; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each try begins from what the one before found
    const written = await tryToGive({ id, at: now(), actor, receiver }, folder, context)
    if (written === null) continue
    emit({ type: 'article-changed', id, by: clientId })
    return written
  }
  throw new ContractError('conflict', { id })
}

type Written = CallOutput<'handover.give'>

/** @returns null when something was written in the store before the step could be recorded; the file is removed then */
async function tryToGive(
  step: Step,
  folder: string,
  { store, packageSigner, parse }: HandoverContext,
): Promise<Written | null> {
  const { receiver } = step
  const pictures = await picturesOf(undone(store.db, () => snapshotOf(step, store)).handover, store.folder)
  const snapshot = undone(store.db, () => snapshotOf(step, store))
  const there = snapshot.handover.pictures.filter(({ hash }) => pictures.has(hash))
  const handover = { ...snapshot.handover, pictures: there }
  const files = buildHandover({ handover, texts: snapshot.texts, pictures }, packageSigner())
  const zip = await writeZip(files)
  const bytes = receiver === null ? zip : await parse('encrypted file', { publicKey: receiver.publicKey, bytes: zip })
  const sha256 = digest(bytes)
  const path = writeBeside(folder, snapshot.name, bytes)
  const signed = files.find(({ path: each }) => each.endsWith(`/${SIGNED_FILE}`))?.bytes ?? new Uint8Array()
  try {
    const isRecorded = store.db.transaction(() => record(step, snapshot, { sha256, digest: sha256Hex(signed) }, store))
    if (isRecorded) return { path, bytes: bytes.length, sha256, isWhole: handover.isWhole }
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
  rmSync(path, { force: true })
  return null
}

/** Records the step as it is in the file. @returns whether it is the same; nothing is written otherwise */
function record(step: Step, snapshot: Snapshot, file: { sha256: string; digest: string }, store: Store): boolean {
  const { db } = store
  // Other calls may have been served while the file was made.
  const again = undone(db, () => snapshotOf(step, store))
  if (canonicalJson(again.handover) !== canonicalJson(snapshot.handover)) return false
  const { states, handover } = snapshotOf(step, store)
  for (const proposal of states) addHandedStates(db, proposal.id, [proposal.seal])
  addHandover(db, {
    ...{ digest: file.digest, articleId: step.id, direction: 'given', at: step.at, revision: handover.head },
    ...{ person: step.receiver?.publicKey ?? '', name: step.receiver?.name ?? '', file: file.sha256 },
  })
  return true
}

type Step = { id: string; at: string; actor: Actor; receiver: Person | null }

/** Records the step, and reads what is known of the article with it. */
function snapshotOf({ id, at, actor, receiver }: Step, store: Store) {
  const { db } = store
  const { article, state, updatedAt } = loadArticle(store, id)
  const note = receiver?.name ?? ''
  const { revision: head } = recordEvent(db, article, {
    at,
    actor,
    action: 'handed-over',
    from: state,
    to: state,
    note,
  })
  const last = receiver === null ? null : lastTakenFrom(db, id, receiver.publicKey)
  const known = new Map(listRevisions(db, id).revisions.map((each) => [each.hash, each]))
  const leftOut = last === null ? new Set<string>() : ancestorsOf(known, last)
  leftOut.delete(head)
  const { parts, texts, states } = knownContent(db, id, leftOut)
  const headline = headText(article, 'headline').trim()
  const handover: Handover = {
    ...{ format: 'midad-handover', formatVersion: 1, article: id, headline, state, updatedAt, head },
    isWhole: leftOut.size === 0,
    ...parts,
    events: listEvents(db, id).events,
  }
  return { handover, texts, states, name: handoverName(article.metadata.slug, headline) }
}

/** Does some work in a transaction, and undoes it: what the store would be afterwards is known, and nothing is written. */
function undone<T>(db: WriteDb, work: () => T): T {
  const results: T[] = []
  const end = new Error('undone')
  try {
    db.transaction(() => {
      results.push(work())
      throw end
    })
  } catch (error) {
    if (error !== end) throw error
  }
  const [result] = results
  if (result === undefined) throw end
  return result
}

/** @returns the pictures that are here. One that is missing or damaged cannot be handed over; the text is. */
async function picturesOf({ pictures }: Handover, folder: string): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const { hash } of pictures) {
    if (!isAssetSound(folder, hash)) continue
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that other calls are served in between
    found.set(hash, await readAssetInTurns(folder, hash))
  }
  return found
}

/** Never overwrites a file: an earlier hand-over may still wait there for somebody. @returns the path */
function writeBeside(folder: string, name: string, bytes: Uint8Array): string {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, `${name}${copy === 1 ? '' : `-${copy}`}${HANDOVER_EXTENSION}`)
    if (existsSync(path)) continue
    asFolderError(folder, () => writeFileAtomic(path, bytes))
    return path
  }
}
