import type { Article } from '#core/article/article.ts'
import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { addRevision } from '#db/tables/revisions.ts'
import type { Incoming } from '../parsing/read-incoming.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import { recordVersion, storePictures } from './import-articles.ts'
import { commonBase, knownOf, type ImportContext } from './incoming.ts'
import { withKnownPictures } from './same-pictures.ts'

/**
 * @returns the chosen article of a file, and the version from which it and the one here grew
 * @throws ContractError `invalid-input` for an article that cannot be merged into one here, `article-damaged` for the base,
 *   and as `readFile`.
 */
async function chosenOf(
  { name, bytes: base64, index }: CallGiven<'import.sides'>,
  context: ImportContext,
): Promise<{ incoming: Incoming; base: Article; sha256: string }> {
  const { store, parse } = context
  const read = await parse('articles of a file', { name, base64, storeFolder: store.folder })
  const incoming = read.kind === 'lines' ? undefined : read.incoming[index]
  if (read.kind === 'lines' || incoming === undefined || knownOf(incoming, false, store.db)?.merge !== 'possible')
    throw new ContractError('invalid-input', { path: 'index' })
  const base = commonBase(incoming, store.db)
  if (base === null) throw new ContractError('not-found', { id: incoming.article.id })
  return { incoming: await withKnownPictures(incoming, base, context), base, sha256: read.sha256 }
}

/** Answers `import.sides`. @throws ContractError `invalid-input`, `article-damaged` for the base, and as `readFile`. */
export async function sidesOfImport(
  input: CallGiven<'import.sides'>,
  context: ImportContext,
): Promise<CallOutput<'import.sides'>> {
  const { incoming, base } = await chosenOf(input, context)
  return { id: incoming.article.id, base, theirs: incoming.article }
}

/** Answers `import.keep`. @throws ContractError `invalid-input`, `store-read-only`, and as `readFile`. */
export async function keepImport(
  input: CallGiven<'import.keep'>,
  context: ImportContext,
): Promise<CallOutput<'import.keep'>> {
  const { store, now, emit, clientId } = context
  requireWritableStore(store)
  const { incoming, sha256 } = await chosenOf(input, context)
  const { article } = incoming
  const { name, bytes, actor } = input
  store.db.transaction(() => {
    storePictures(incoming, context)
    addRevision(store.db, { article, at: now(), by: actor.name, reason: 'imported' })
    recordVersion(incoming, { name, sha256, bytes: Buffer.byteLength(bytes, 'base64'), actor }, context)
  })
  emit({ type: 'article-changed', id: article.id, by: clientId })
  return {}
}
