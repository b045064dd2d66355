import { createHash } from 'node:crypto'
import { articleHash } from '#core/article/canonical.ts'
import { headText } from '#core/article/plain-text.ts'
import { countWords } from '#core/article/words.ts'
import { articleText } from '#core/article/plain-text.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { FoundArticle } from '#core/contract/import.ts'
import { copyOf } from '#core/import/copy.ts'
import type { Ids } from '#core/import/imported.ts'
import { previewOf } from '#core/import/summary.ts'
import type { Actor } from '#core/review/states.ts'
import { getArticle, getArticleHead } from '#db/tables/articles.ts'
import { addAsset } from '#db/tables/assets.ts'
import { addForeignExport } from '#db/tables/exports.ts'
import { writeAsset } from '#electron/files/asset-files.ts'
import { addArticle } from '../articles/add-article.ts'
import type { Context } from '../context.ts'
import { bringBack } from '../handlers/history.ts'
import { requireWritableStore } from '../articles/load-article.ts'
import { countPictures, resolvePictures, type ResolvedArticle } from './resolve-pictures.ts'
import { readFile, readPasted } from './read-file.ts'

type Recognised = CallOutput<'import.recognise'>

/** An article of a file whose pictures are found, and whether the file carries all of it. */
type Incoming = ResolvedArticle & { isWhole: boolean }

function idsOf({ newId, newBlockId }: Context): () => Ids {
  return () => ({ id: newId(), newId: newBlockId })
}

/** The article that is in the store under the id that the file's has. */
function knownOf({ article, midadId, isWhole }: Incoming, { store }: Context): FoundArticle['known'] {
  const head = midadId === null ? null : getArticleHead(store.db, midadId)
  if (midadId === null || head === null) return null
  const { state, updatedAt, deletedAt, hash } = head
  return {
    id: midadId,
    headline: headlineInStore(midadId, { store }),
    ...{ state, updatedAt, isInBin: deletedAt !== null },
    isSame: isWhole && articleHash(article) === hash,
    isReplaceable: isWhole && deletedAt === null,
  }
}

/** One that is damaged is still there, and still known. */
function headlineInStore(id: string, { store }: Pick<Context, 'store'>): string {
  try {
    const stored = getArticle(store.db, id)
    return stored === null ? '' : headText(stored.article, 'headline').trim()
  } catch (error) {
    if (error instanceof ContractError && error.code === 'article-damaged') return ''
    throw error
  }
}

function foundOf(incoming: Incoming, index: number, context: Context): FoundArticle {
  const { article, losses } = incoming
  const text = (type: 'headline' | 'deck' | 'byline'): string => headText(article, type).trim()
  return {
    index,
    ...{ headline: text('headline'), deck: text('deck'), byline: text('byline') },
    section: article.metadata.section,
    words: countWords(articleText(article)),
    pictures: countPictures(article),
    preview: previewOf(article),
    losses,
    known: knownOf(incoming, context),
  }
}

async function incomingOf(bytes: Uint8Array, name: string, context: Context) {
  const read = await readFile(bytes, name, idsOf(context))
  if (read.kind === 'lines') return read
  const { format, articles, files, isWhole } = read
  const incoming = articles.map((imported): Incoming => ({
    ...resolvePictures(imported, files, context.store.folder),
    isWhole,
  }))
  return { kind: 'articles' as const, format, incoming }
}

/** Answers `import.recognise`. */
export async function recognise(input: CallParsed<'import.recognise'>, context: Context): Promise<Recognised> {
  if ('text' in input) return readPasted(input.text)
  const read = await incomingOf(Buffer.from(input.bytes, 'base64'), input.name, context)
  if (read.kind === 'lines') return read
  const articles = read.incoming.map((each, index) => foundOf(each, index, context))
  return { kind: 'articles', format: read.format, articles }
}

type Choice = CallParsed<'import.take'>['choices'][number]

/** @throws ContractError `conflict` for one that is here already, `in-the-bin`, `invalid-input`. */
function requireTakable(choices: readonly Choice[], incoming: readonly Incoming[], context: Context): void {
  for (const { index, as } of choices) {
    const chosen = incoming[index]
    if (chosen === undefined) throw new ContractError('invalid-input', { path: 'choices' })
    const known = knownOf(chosen, context)
    if (known !== null && as === 'new') throw new ContractError('conflict', { id: known.id })
    if (known?.isInBin === true && as === 'revision') throw new ContractError('in-the-bin', { id: known.id })
    if (as === 'revision' && known?.isReplaceable !== true)
      throw new ContractError('invalid-input', { path: 'choices' })
  }
}

/**
 * What came in was an issue already: the next that leaves here goes on from it. Of two issues with one number, the
 * one that left here, or came first, stays the one that is known.
 */
function recordIssue(
  { article, version }: Incoming,
  { name, file, actor }: { name: string; file: Uint8Array; actor: Actor },
  { store, now }: Context,
): void {
  if (version === null) return
  const sha256 = createHash('sha256').update(file).digest('hex')
  addForeignExport(store.db, {
    ...{ articleId: article.id, version, revision: articleHash(article), path: name },
    ...{ sha256, bytes: file.length, at: now(), by: actor.name },
  })
}

/** Answers `import.take`: what is asked for in one call comes in whole, or not at all. */
export async function take(
  { name, bytes, choices, actor }: CallParsed<'import.take'>,
  context: Context,
): Promise<CallOutput<'import.take'>> {
  const { store, now } = context
  requireWritableStore(store)
  const file = Buffer.from(bytes, 'base64')
  const read = await incomingOf(file, name, context)
  if (read.kind === 'lines') throw new ContractError('invalid-input', { path: 'choices' })
  requireTakable(choices, read.incoming, context)
  const nextIds = idsOf(context)
  const ids = store.db.transaction(() =>
    choices.flatMap(({ index, as }) => {
      const chosen = read.incoming[index]
      if (chosen === undefined) return []
      for (const { asset, bytes: picture } of chosen.incoming) {
        writeAsset(store.folder, picture)
        addAsset(store.db, asset, now())
      }
      if (as === 'revision') {
        bringBack(chosen.article, 'imported', actor, context)
        recordIssue(chosen, { name, file, actor }, context)
        return [chosen.article.id]
      }
      const article =
        as === 'copy'
          ? copyOf(chosen.article, nextIds())
          : { ...chosen.article, id: chosen.midadId ?? chosen.article.id }
      addArticle(article, actor, 'imported', context)
      if (as === 'new') recordIssue(chosen, { name, file, actor }, context)
      return [article.id]
    }),
  )
  return { ids }
}
