import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { addRevision } from '#db/tables/revisions.ts'
import type { Incoming } from '../parsing/read-incoming.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import { recordVersion, storePictures } from './import-articles.ts'
import { commonBase, knownOf, type ImportContext } from './incoming.ts'

/** @throws ContractError `invalid-input` for an article that cannot be merged into one here, and as `readFile`. */
async function chosenOf(
  { name, bytes: base64, index }: CallGiven<'import.sides'>,
  { store, parse }: ImportContext,
): Promise<{ incoming: Incoming; sha256: string }> {
  const read = await parse('articles of a file', { name, base64, storeFolder: store.folder })
  const incoming = read.kind === 'lines' ? undefined : read.incoming[index]
  if (read.kind === 'lines' || incoming === undefined || knownOf(incoming, false, store.db)?.merge !== 'possible')
    throw new ContractError('invalid-input', { path: 'index' })
  return { incoming, sha256: read.sha256 }
}

/** Answers `import.sides`. @throws ContractError `invalid-input`, `article-damaged` for the base, and as `readFile`. */
export async function sidesOfImport(
  input: CallGiven<'import.sides'>,
  context: ImportContext,
): Promise<CallOutput<'import.sides'>> {
  const { incoming } = await chosenOf(input, context)
  const { article } = incoming
  const base = commonBase(incoming, context.store.db)
  if (base === null) throw new ContractError('not-found', { id: article.id })
  return { id: article.id, base, theirs: article }
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
