import type { Article } from '#core/article/article.ts'
import { articleHash } from '#core/article/canonical.ts'
import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { copyOf } from '#core/import/copy.ts'
import type { Actor } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { addAsset } from '#db/tables/assets.ts'
import { addForeignExport } from '#db/tables/exports.ts'
import { writeAsset } from '#electron/files/asset-files.ts'
import { addArticle } from '../articles/add-article.ts'
import { replaceArticle } from '../articles/replace-article.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import type { Incoming } from '../parsing/read-incoming.ts'
import { loadArticle } from '../articles/load-article.ts'
import { recordEvent } from '../articles/record-event.ts'
import { knownOf, type ImportContext } from './incoming.ts'
import { addReview, type IncomingReview } from './add-review.ts'
import { renamedAnchor } from './renamed-anchor.ts'
import { returnedDocument, type ReturnedDocument } from './returned-document.ts'

type Choice = CallGiven<'import.take'>['choices'][number]

/**
 * Answers `import.take`: imports the chosen articles of a file, all of them or none.
 * @throws ContractError `conflict` for a new article whose id is in the store, `in-the-bin`, `invalid-input`, and what
 *   `readFile` and `replaceArticle` throw.
 */
export async function importArticles(
  { name, bytes: base64, choices, actor }: CallGiven<'import.take'>,
  context: ImportContext,
): Promise<CallOutput<'import.take'>> {
  const { store, newId, newBlockId, parse } = context
  requireWritableStore(store)
  const read = await parse('articles of a file', { name, base64, storeFolder: store.folder })
  if (read.kind === 'lines') throw new ContractError('invalid-input', { path: 'choices' })
  requireImportable(choices, read.incoming, store.db)
  const returned = await returnedOf(choices, read.incoming, context)
  const file = { name, sha256: read.sha256, bytes: Buffer.byteLength(base64, 'base64'), actor }
  const ids = store.db.transaction(() =>
    choices.flatMap(({ index, as }) => {
      const chosen = read.incoming[index]
      if (chosen === undefined) return []
      storePictures(chosen, context)
      const came = returned.get(index)
      if (came !== undefined) return [takeProposals(chosen, came, name, actor, context)]
      if (as === 'revision') {
        replaceArticle(chosen.article, 'imported', actor, context)
        recordVersion(chosen, file, context)
        return [chosen.article.id]
      }
      const article =
        as === 'copy'
          ? copyOf(chosen.article, { id: newId(), newId: newBlockId })
          : { ...chosen.article, id: chosen.midadId ?? newId() }
      addArticle(article, actor, 'imported', context)
      if (as !== 'copy') addReview(article, reviewOf(chosen, article), actor, context)
      if (as === 'new') recordVersion({ ...chosen, article }, file, context)
      return [article.id]
    }),
  )
  return { ids }
}

/** Stores the pictures of an article that comes in. */
export function storePictures({ incoming }: Incoming, { store, now }: ImportContext): void {
  for (const { asset, bytes } of incoming) {
    writeAsset(store.folder, bytes)
    addAsset(store.db, asset, now())
  }
}

/** @returns the documents that are taken in as proposals. @throws ContractError `invalid-input` for one that is near to nothing. */
async function returnedOf(
  choices: readonly Choice[],
  incoming: readonly Incoming[],
  context: ImportContext,
): Promise<Map<number, ReturnedDocument>> {
  const found = new Map<number, ReturnedDocument>()
  for (const { index, as } of choices) {
    const chosen = incoming[index]
    if (as !== 'proposals' || chosen === undefined) continue
    // oxlint-disable-next-line no-await-in-loop -- one after another, since each keeps a worker busy
    const returned = await returnedDocument(chosen, context)
    if (returned === null) throw new ContractError('invalid-input', { path: 'choices' })
    found.set(index, returned)
  }
  return found
}

/** Adds what a document that came back proposes to the article that it is of. @returns the id of the article */
function takeProposals(
  { threads }: Incoming,
  { revision, text, proposals, renamed }: ReturnedDocument,
  name: string,
  actor: Actor,
  context: ImportContext,
): string {
  const { store, now, emit, clientId } = context
  const { article, state } = loadArticle(store, revision.id)
  const own = threads.map((thread) => ({ ...thread, anchor: renamedAnchor(thread.anchor, renamed) }))
  addReview(article, { text, proposals, threads: own }, actor, context)
  recordEvent(store.db, article, { at: now(), actor, action: 'review-taken', from: state, to: state, note: name })
  emit({ type: 'article-changed', id: article.id, by: clientId })
  return article.id
}

/** @returns the review that a new article comes with. */
function reviewOf({ article: text, proposals, threads }: Incoming, article: Article): IncomingReview {
  const own = (each: Article): Article => ({ ...each, id: article.id })
  return {
    text: own(text),
    proposals: proposals.map((each) => ({ ...each, base: article, head: own(each.head), isUntracked: false })),
    threads,
  }
}

/** @throws ContractError `conflict`, `in-the-bin`, `invalid-input`. */
function requireImportable(choices: readonly Choice[], incoming: readonly Incoming[], db: ReadDb): void {
  for (const { index, as } of choices) {
    const chosen = incoming[index]
    if (chosen === undefined) throw new ContractError('invalid-input', { path: 'choices' })
    const known = knownOf(chosen, false, db)
    if (known !== null && as === 'new') throw new ContractError('conflict', { id: known.id })
    if (known?.isInBin === true && as === 'revision') throw new ContractError('in-the-bin', { id: known.id })
    // What is not known here may be near to something that is: that is found out afterwards.
    if (as === 'proposals') continue
    if (as === 'revision' && known?.isReplaceable !== true)
      throw new ContractError('invalid-input', { path: 'choices' })
  }
}

/**
 * Records the version that the article was exported with elsewhere, so that the next export here continues from it. Of
 * two exports with one version, the first that the store learned of stays.
 */
export function recordVersion(
  { article, version }: Incoming,
  { name, sha256, bytes, actor }: { name: string; sha256: string; bytes: number; actor: Actor },
  { store, now }: ImportContext,
): void {
  if (version === null) return
  addForeignExport(store.db, {
    ...{ articleId: article.id, version, revision: articleHash(article), path: name },
    ...{ sha256, bytes, at: now(), by: actor.name },
  })
}
