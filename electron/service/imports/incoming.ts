import type { NewId } from '#core/article/factories.ts'
import { articleHash } from '#core/article/canonical.ts'
import { headText } from '#core/article/plain-text.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { FoundArticle } from '#core/contract/import.ts'
import type { ImportFormat } from '#core/import/format.ts'
import type { Ids } from '#core/import/imported.ts'
import type { ReadDb } from '#db/handles.ts'
import { getArticle, getArticleHead } from '#db/tables/articles.ts'
import type { WriteContext } from '../articles/write-context.ts'
import { readFile } from './read-file.ts'
import type { Lines } from './read-result.ts'
import { resolvePictures, type ResolvedArticle } from './resolve-pictures.ts'

/** What an import needs, for one call of one client. */
export type ImportContext = WriteContext & { newId: () => string; newBlockId: NewId }

/** An article of a file, with its pictures found, and whether the file holds everything of it. */
export type Incoming = ResolvedArticle & { isWhole: boolean }

/** @returns a source of ids: for each article an id, and ids for its blocks. */
export function idsOf({ newId, newBlockId }: Pick<ImportContext, 'newId' | 'newBlockId'>): () => Ids {
  return () => ({ id: newId(), newId: newBlockId })
}

/** Reads a file by its content, and finds the pictures of its articles. @throws ContractError as `readFile`. */
export async function incomingOf(
  bytes: Uint8Array,
  name: string,
  context: ImportContext,
): Promise<Lines | { kind: 'articles'; format: ImportFormat; incoming: Incoming[] }> {
  const read = await readFile(bytes, name, idsOf(context))
  if (read.kind === 'lines') return read
  const { format, articles, files, isWhole } = read
  const incoming = articles.map((imported): Incoming => ({
    ...resolvePictures(imported, files, context.store.folder),
    isWhole,
  }))
  return { kind: 'articles', format, incoming }
}

/** @returns the article that the store has under the same id; null when it has none. */
export function knownOf({ article, midadId, isWhole }: Incoming, db: ReadDb): FoundArticle['known'] {
  const head = midadId === null ? null : getArticleHead(db, midadId)
  if (midadId === null || head === null) return null
  const { state, updatedAt, deletedAt, hash } = head
  return {
    id: midadId,
    headline: headlineInStore(midadId, db),
    ...{ state, updatedAt, isInBin: deletedAt !== null },
    isSame: isWhole && articleHash(article) === hash,
    isReplaceable: isWhole && deletedAt === null,
  }
}

/** A damaged article is still known, but has no headline that can be read. */
function headlineInStore(id: string, db: ReadDb): string {
  try {
    const stored = getArticle(db, id)
    return stored === null ? '' : headText(stored.article, 'headline').trim()
  } catch (error) {
    if (error instanceof ContractError && error.code === 'article-damaged') return ''
    throw error
  }
}
