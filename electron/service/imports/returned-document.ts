import type { Article } from '#core/article/article.ts'
import { returnedReview, type Returned } from '#core/import/docx/returned.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { ReadDb } from '#db/handles.ts'
import { getArticleHead } from '#db/tables/articles.ts'
import { getRevision } from '#db/tables/revisions.ts'
import type { Recognised } from '../parsing/read-incoming.ts'
import type { ImportContext } from './incoming.ts'
import { nearestRevision } from './nearest-revision.ts'

type Incoming = Recognised['article']

/** A document that came back, and the revision that it changes. */
export type ReturnedDocument = Returned & {
  readonly revision: Article
  /** The document does not say which article it is: its text is nearest to this one. */
  readonly isGuessed: boolean
}

/** @returns the revision that a document was written from, if it is here. */
function namedRevision(db: ReadDb, { midadId, revision }: Incoming): Article | null {
  if (midadId === null || revision === null) return null
  try {
    const found = getRevision(db, revision)
    // A forged document may name the revision of another article.
    return found?.id === midadId ? found : null
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

function isHere(db: ReadDb, id: string): boolean {
  const head = getArticleHead(db, id)
  return head !== null && head.deletedAt === null
}

/**
 * Finds the revision from which a Word document was written, or else the one that its text is nearest to, and reads the
 * document as changes of it.
 * @returns null for a document that is none of ours, and for one whose article is not here or in the bin
 */
export async function returnedDocument(
  incoming: Incoming,
  { store: { db }, parse, newBlockId }: ImportContext,
): Promise<ReturnedDocument | null> {
  const { article, midadId } = incoming
  const isKnown = midadId !== null && getArticleHead(db, midadId) !== null
  const revision = namedRevision(db, incoming) ?? nearestRevision(db, article, isKnown ? midadId : null)
  if (revision === null || !isHere(db, revision.id)) return null
  const image = await parse('image in Word', revision)
  return { ...returnedReview(revision, image, incoming, newBlockId), revision, isGuessed: !isKnown }
}
