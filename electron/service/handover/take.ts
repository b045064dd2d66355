import { dirname } from 'node:path'
import type { CallGiven, CallOutput } from '#core/contract/contract.ts'
import type { HandoverFile, HandoverPreview } from '#core/contract/handover.ts'
import { MAX_IMPORT_BYTES } from '#core/contract/import.ts'
import { ContractError } from '#core/contract/errors.ts'
import { handover as words } from '#core/locale/ar/handover.ts'
import { articleHash, sha256Hex } from '#core/article/canonical.ts'
import { proposalsOfClashes } from '#core/newsroom/handover/join-texts.ts'
import { personIdOf } from '#core/newsroom/person.ts'
import { APPROVED, type Actor } from '#core/review/states.ts'
import type { WriteDb } from '#db/handles.ts'
import { addAsset } from '#db/tables/assets.ts'
import { overwriteArticle } from '#db/tables/articles.ts'
import { takeEvents } from '#db/tables/events.ts'
import { addForeignExport } from '#db/tables/exports.ts'
import { addHandover } from '#db/tables/handovers.ts'
import { countReview } from '#db/tables/open-review.ts'
import { getPerson } from '#db/tables/people.ts'
import { addProposalEntry } from '#db/tables/proposal-entries.ts'
import { hasProposal, putProposal } from '#db/tables/proposals.ts'
import { addForeignRevision, addRevision } from '#db/tables/revisions.ts'
import { addWriter, clearWriters, listWriters } from '#db/tables/writers.ts'
import { writeAsset } from '#electron/files/asset-files.ts'
import { readBounded } from '../folders/read-bounded.ts'
import { recordEvent } from '../articles/record-event.ts'
import type { ReadHandover } from '../parsing/read-handover.ts'
import type { HandoverContext } from './handover-context.ts'
import { joinReview } from './join-review.ts'
import { planOf, type Plan } from './plan.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

/** Reads a hand-over for whoever works here. @throws ContractError as the task `hand-over`, and what a folder refuses */
function read(file: HandoverFile, { parse, identity, grants }: HandoverContext): Promise<ReadHandover> {
  if ('path' in file) grants.require(dirname(file.path))
  const base64 =
    'path' in file ? readBounded(file.path, MAX_IMPORT_BYTES, 'import-too-large').toString('base64') : file.bytes
  return parse('hand-over', { base64, identity: identity.reader() })
}

/** Answers `handover.look`. @throws ContractError as the task `hand-over` and `planOf` */
export async function lookAtHandover(
  { file }: CallGiven<'handover.look'>,
  context: HandoverContext,
): Promise<CallOutput<'handover.look'>> {
  const found = await read(file, context)
  return previewOf(found, planOf(found, context.store.db, context.house.followed().house), context)
}

function previewOf(
  { handover, signer, wasEncrypted }: ReadHandover,
  plan: Plan,
  { store }: HandoverContext,
): HandoverPreview {
  const knownAs = signer === null ? null : (getPerson(store.db, personIdOf(signer.publicKey))?.name ?? null)
  return {
    ...{ id: handover.article, headline: handover.headline, wasEncrypted },
    sender: signer === null ? null : { ...signer, knownAs },
    ...{ effect: plan.effect, state: plan.state, unproven: plan.unproven, decisions: plan.decisions },
    clashes: plan.merge?.joined.merged.clashes.length ?? 0,
  }
}

/**
 * Answers `handover.take`. The pictures are stored first: those of a hand-over that is then cut off are removed like any that
 * nothing shows. The rest is one transaction.
 * @throws ContractError `handover-clash`, `locked`, `store-read-only`, and as `lookAtHandover`
 */
export async function takeHandover(
  { file, clashes, actor }: CallGiven<'handover.take'>,
  context: HandoverContext,
): Promise<CallOutput<'handover.take'>> {
  const { store, locks, clientId, emit } = context
  requireWritableStore(store)
  const found = await read(file, context)
  const { article: id } = found.handover
  if (locks.isHeldByOther(id, clientId)) throw new ContractError('locked', { id })
  const plan = planOf(found, store.db, context.house.followed().house)
  const preview = previewOf(found, plan, context)
  if (plan.effect === 'nothing') return preview
  if (plan.effect === 'clash' && clashes === 'refuse')
    throw new ContractError('handover-clash', { count: String(preview.clashes) })
  for (const { bytes: picture } of found.pictures) writeAsset(store.folder, picture)
  const announceStopped = store.db.transaction(() => write(found, plan, preview, actor, context))
  emit({ type: 'article-changed', id, by: clientId })
  emit({ type: 'threads-changed', id, by: clientId })
  emit({ type: 'proposals-changed', id, by: clientId })
  announceStopped()
  return preview
}

/** @returns what is called after the transaction */
function write(
  found: ReadHandover,
  plan: Plan,
  { sender }: HandoverPreview,
  actor: Actor,
  context: HandoverContext,
): () => void {
  const { store, now, stopWaiting } = context
  const { db } = store
  const { handover, texts, pictures, digest } = found
  const { article: id } = handover
  const { here } = plan
  const at = now()
  for (const { asset } of pictures) addAsset(db, asset, at)
  if (here === null)
    overwriteArticle(db, { article: plan.coming, state: plan.state, author: handover.creator, at: handover.updatedAt })
  else if (plan.effect !== 'forward')
    addRevision(db, { article: here.article, at, by: here.author, reason: 'before-merge' })
  for (const revision of handover.revisions) {
    const data = texts.get(revision.hash)
    if (data !== undefined) addForeignRevision(db, id, { ...revision, data })
  }
  joinReview(found, db)
  takeEvents(db, found.events)
  for (const each of handover.exports) addForeignExport(db, { ...each, articleId: id })
  const wrote = listWriters(db, id)
  takeWriters(plan, handover.writers, db, id)
  if (here !== null && plan.text !== null) {
    overwriteArticle(db, { article: plan.text, state: plan.state, author: here.author, at })
    if (plan.isMeeting) {
      const meeting = { at, actor, action: 'merged', from: here.state, to: plan.state } as const
      recordEvent(db, plan.text, { ...meeting, secondParent: handover.head })
    }
  }
  keepClashes(plan, whoWrote(plan, wrote, handover.writers, sender), at, actor, db)
  addHandover(db, {
    ...{ digest, articleId: id, direction: 'taken', at, revision: handover.head, file: '' },
    ...{ person: sender?.publicKey ?? '', name: sender?.knownAs ?? sender?.name ?? '' },
  })
  countReview(db, id)
  const wasApproved = here !== null && APPROVED.has(here.state)
  if (!wasApproved || APPROVED.has(plan.state)) return () => {}
  const isOver = plan.state === 'killed' || plan.state === 'withdrawn'
  return stopWaiting(id, isOver ? 'ended' : 'reopened', { at, actor })
}

/** Whoever wrote does not approve. Only an approval forgets somebody: a file that leaves a name out does not. */
function takeWriters({ effect, state }: Plan, writers: readonly string[], db: WriteDb, id: string): void {
  if (effect === 'forward' && APPROVED.has(state)) clearWriters(db, id)
  for (const writer of writers) addWriter(db, id, writer)
}

/** Who is named for what each side wrote. */
type Wrote = { readonly here: string; readonly coming: string }

/** @returns those whom only one side knows to have written, else whoever the article or the signature names. */
function whoWrote(
  { here }: Plan,
  own: readonly string[],
  other: readonly string[],
  sender: HandoverPreview['sender'],
): Wrote {
  const onlyIn = (some: readonly string[], others: readonly string[]): string =>
    some.filter((name) => !others.includes(name)).join('، ')
  return {
    here: onlyIn(own, other) || (here?.author ?? ''),
    coming: onlyIn(other, own) || sender?.knownAs || sender?.name || words['somebody-else'],
  }
}

/** Puts beside the text what each side wanted where both changed the same words. */
function keepClashes({ merge, here }: Plan, wrote: Wrote, at: string, actor: Actor, db: WriteDb): void {
  if (merge === null || here === null) return
  const { joined } = merge
  const ours = articleHash(joined.sides.ours) === articleHash(here.article) ? 'ours' : 'theirs'
  for (const { id, side, head } of proposalsOfClashes(joined)) {
    // It was made when these texts met before, here or on another machine, and somebody may have decided on it since.
    if (hasProposal(db, id)) continue
    const by = side === ours ? wrote.here : wrote.coming
    const about = { id, articleId: head.id, note: words['note-clash'], base: joined.article, head, saveNumber: 0 }
    putProposal(db, { ...about, by, role: 'reporter', createdAt: at, updatedAt: at, state: 'open' })
    // Two machines on which these texts meet make the same proposal, and one line of its audit.
    const entry = { id: sha256Hex(`begun ${id}`).slice(0, 32), proposalId: id, at, by: actor.name, role: actor.role }
    addProposalEntry(db, { ...entry, action: 'begun', removed: '', added: '', saveNumber: 0 })
  }
}
