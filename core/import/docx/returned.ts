import type { Article } from '../../article/article.ts'
import type { AnyBlock, Block } from '../../article/block.ts'
import { canonicalJson } from '../../article/canonical.ts'
import type { NewId } from '../../article/factories.ts'
import { normaliseDocument } from '../../article/normalise.ts'
import { childBlocks, figures, isContainer } from '../../article/text-nodes.ts'
import { merge, settle } from '../../changes/merge.ts'
import type { ImportedArticle } from '../imported.ts'
import type { ImportedProposal } from '../reviewed.ts'
import { alignContainers } from './align-containers.ts'
import { sameLines } from './same-lines.ts'

/** What somebody proposes in a document that came back. */
export type ReturnedProposal = ImportedProposal & {
  /** The text that it changes: the revision, or that with what was changed untracked. */
  readonly base: Article
  /** Changes that were made without tracking them, so that nobody is known to have made them. */
  readonly isUntracked: boolean
}

/** A document that came back, as changes of the revision that went out. */
export type Returned = {
  readonly proposals: readonly ReturnedProposal[]
  /** The text of the document with all tracked changes rejected, in the ids of the revision: its threads lie in it. */
  readonly text: Article
  /** The ids of lines that the document has under others. */
  readonly renamed: ReadonlyMap<string, string>
}

type Given = Pick<ImportedArticle, 'article' | 'proposals' | 'modifiedBy'>

function withIds(document: readonly Block[], ids: ReadonlyMap<string, string>): Block[] {
  if (ids.size === 0) return [...document]
  const renamed = (block: AnyBlock): AnyBlock => {
    const own = { ...block, id: ids.get(block.id) ?? block.id } as AnyBlock
    return isContainer(own) ? ({ ...own, children: childBlocks(own).map(renamed) } as AnyBlock) : own
  }
  return document.map((block) => renamed(block) as Block)
}

/** Word keeps the picture of a figure, but not what Midad knows of it. */
function withPicturesOf(document: readonly Block[], revision: Article): Block[] {
  const known = new Map(figures(revision.document).map((figure) => [figure.id, figure]))
  const shown = (block: AnyBlock): AnyBlock => {
    if (block.type === 'figure') {
      const { asset: _asset, date: _date, ...bare } = block
      const own = known.get(block.id)
      if (own === undefined) return block
      return {
        ...bare,
        ...(own.asset === undefined ? {} : { asset: own.asset }),
        ...(own.date === undefined ? {} : { date: own.date }),
      }
    }
    return isContainer(block) ? ({ ...block, children: childBlocks(block).map(shown) } as AnyBlock) : block
  }
  return document.map((block) => shown(block) as Block)
}

/**
 * Reads a document that came back as changes of the revision from which it was written. What Word cannot hold is as the
 * revision has it: the changes are those between the revision as it reads from Word and the document, made on the revision.
 * @param image the revision, written as a Word document and read again
 */
export function returnedReview(revision: Article, image: Article, given: Given, newId: NewId): Returned {
  const alike = (document: readonly Block[], other: Article): Article => ({
    ...{ ...revision, metadata: image.metadata },
    document: normaliseDocument(withPicturesOf(alignContainers(document, other.document), revision), newId),
  })
  const sent = alike(withIds(image.document, sameLines(image, revision)), revision)
  const renamed = sameLines(given.article, sent)
  const carried = ({ document }: Article): Article => {
    const sides = {
      base: sent,
      ours: { ...revision, metadata: image.metadata },
      theirs: alike(withIds(document, renamed), sent),
    }
    const merged = merge(sides)
    const { article } = settle(
      sides,
      merged,
      merged.clashes.map(() => 'ours' as const),
    )
    return { ...article, metadata: revision.metadata }
  }
  const text = carried(given.article)
  const isUntracked = canonicalJson(text.document) !== canonicalJson(revision.document)
  const base = isUntracked ? text : revision
  const tracked = given.proposals.map((each) => ({ ...each, base, head: carried(each.head), isUntracked: false }))
  return { proposals: isUntracked ? withUntracked(revision, text, tracked, given) : tracked, text, renamed }
}

/** Whoever alone changed a document, tracking or not, proposes all of it. */
function withUntracked(
  revision: Article,
  text: Article,
  tracked: readonly ReturnedProposal[],
  { modifiedBy }: Given,
): ReturnedProposal[] {
  const [only] = tracked
  if (only !== undefined && tracked.length === 1 && (modifiedBy === '' || modifiedBy === only.by))
    return [{ ...only, base: revision, isUntracked: true }]
  return [{ by: modifiedBy, at: null, base: revision, head: text, others: [], isUntracked: true }, ...tracked]
}
