import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { buildArticle } from '#core/import/text/build.ts'
import { headFromBlocks, headFromPlainText } from '#core/review/proposals/from-text.ts'
import { loadArticle } from '../articles/load-article.ts'
import type { Incoming, readIncoming } from '../parsing/read-incoming.ts'
import { saveProposal } from '../review/proposals.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import { storePictures } from './import-articles.ts'
import type { ImportContext } from './incoming.ts'

/** What a file proposes, and the article of the file; null for a plain text. */
type Proposed = { head: Article; incoming: Incoming | null }

/**
 * Answers `proposals.file`: the difference of the saved text and that of a file is a proposal.
 * @throws ContractError `invalid-input` for a file of several articles, and as `readFile`
 */
export async function proposeFile(
  { id, name, bytes: base64, note, actor }: CallGiven<'proposals.file'>,
  context: ImportContext,
): Promise<CallOutput<'proposals.file'>> {
  const { store, newId } = context
  requireWritableStore(store)
  loadArticle(store, id)
  const read = await context.parse('articles of a file', { name, base64, storeFolder: store.folder })
  // It may have been saved while the file was read.
  const { article: base } = loadArticle(store, id)
  const { head, incoming } = proposedBy(read, base, context)
  if (canonicalJson(head) === canonicalJson(base)) return { proposalId: null }
  const proposalId = newId()
  store.db.transaction(() => {
    if (incoming !== null) storePictures(incoming, context)
    saveProposal({ id, proposalId, base, head, note, baseSaveNumber: null, actor }, context)
  })
  return { proposalId }
}

function proposedBy(
  read: Awaited<ReturnType<typeof readIncoming>>,
  base: Article,
  { newBlockId }: ImportContext,
): Proposed {
  if (read.kind === 'lines') {
    const text = buildArticle(read.lines, { id: base.id, newId: newBlockId, section: '' })
    return { head: headFromPlainText(base, text, newBlockId), incoming: null }
  }
  const [incoming, another] = read.incoming
  if (incoming === undefined || another !== undefined) throw new ContractError('invalid-input', { path: 'bytes' })
  const isVersion = incoming.isWhole && incoming.midadId === base.id
  return { head: isVersion ? incoming.article : headFromBlocks(base, incoming.article), incoming }
}
