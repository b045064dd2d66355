import type { Article } from '#core/article/article.ts'
import type { NewId } from '#core/article/factories.ts'
import { articleHash } from '#core/article/canonical.ts'
import { headText } from '#core/article/plain-text.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { FoundArticle } from '#core/contract/import.ts'
import type { ReadDb } from '#db/handles.ts'
import { getArticle, getArticleHead } from '#db/tables/articles.ts'
import { revisionNamed } from '#db/tables/exports.ts'
import { getRevision } from '#db/tables/revisions.ts'
import type { WriteContext } from '../articles/write-context.ts'
import type { Parse } from '../parsing/parse.ts'
import type { Incoming } from '../parsing/read-incoming.ts'

/** What an import needs, for one call of one client. */
export type ImportContext = WriteContext & { newId: () => string; newBlockId: NewId; parse: Parse }

/** @param isReturned whether the file went out from here. @returns the article that the store has under the same id; null when it has none. */
export function knownOf(
  incoming: Pick<Incoming, 'article' | 'midadId' | 'isWhole' | 'ancestors' | 'base'>,
  isReturned: boolean,
  db: ReadDb,
): FoundArticle['known'] {
  const { article, midadId, isWhole } = incoming
  const head = midadId === null ? null : getArticleHead(db, midadId)
  if (midadId === null || head === null) return null
  const { state, updatedAt, deletedAt, hash } = head
  return {
    id: midadId,
    headline: headlineInStore(midadId, db),
    ...{ state, updatedAt, isInBin: deletedAt !== null },
    isSame: isWhole && articleHash(article) === hash,
    isReplaceable: isWhole && deletedAt === null,
    merge: mergeOf(incoming, db),
    isReturned,
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

/** What is known of where the article of a file came from. */
type Origin = Pick<Incoming, 'article' | 'ancestors' | 'base'>

/**
 * Finds the version from which both the article of a file and the one here grew: what the file holds of it, or the newest
 * revision here that the file names.
 * @throws ContractError `article-damaged`
 */
export function commonBase({ base, ...origin }: Origin, db: ReadDb): Article | null {
  if (base !== null && base !== undefined) return base
  const hash = commonRevision(origin, db)
  return hash === null ? null : getRevision(db, hash)
}

function commonRevision({ article: { id }, ancestors = [] }: Omit<Origin, 'base'>, db: ReadDb): string | null {
  for (const hash of ancestors) {
    const revision = revisionNamed(db, id, hash)
    if (revision !== null) return revision
  }
  return null
}

function mergeOf(origin: Origin, db: ReadDb): NonNullable<FoundArticle['known']>['merge'] {
  const { article, base } = origin
  if (revisionNamed(db, article.id, articleHash(article)) !== null) return 'kept'
  const isKnown = (base !== null && base !== undefined) || commonRevision(origin, db) !== null
  return isKnown ? 'possible' : 'no-base'
}
