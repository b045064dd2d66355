import type { NewId } from '#core/article/factories.ts'
import { articleHash } from '#core/article/canonical.ts'
import { headText } from '#core/article/plain-text.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { FoundArticle } from '#core/contract/import.ts'
import type { ReadDb } from '#db/handles.ts'
import { getArticle, getArticleHead } from '#db/tables/articles.ts'
import type { WriteContext } from '../articles/write-context.ts'
import type { Parse } from '../parsing/parse.ts'
import type { Incoming } from '../parsing/read-incoming.ts'

/** What an import needs, for one call of one client. */
export type ImportContext = WriteContext & { newId: () => string; newBlockId: NewId; parse: Parse }

/** @returns the article that the store has under the same id; null when it has none. */
export function knownOf(
  { article, midadId, isWhole }: Pick<Incoming, 'article' | 'midadId' | 'isWhole'>,
  db: ReadDb,
): FoundArticle['known'] {
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
