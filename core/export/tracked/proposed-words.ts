import type { Article } from '../../article/article.ts'
import type { Change, Piece } from '../../changes/change.ts'
import { compute } from '../../changes/compute.ts'
import { readLine } from '../../changes/line.ts'
import { treeOf, type Tree } from '../../changes/tree.ts'
import type { ReviewedAnchor } from './review.ts'

/** Words that a proposal adds. */
type Added = {
  /** The block of the article in which they come; null for a new block. */
  readonly inside: string | null
  readonly block: string
  readonly at: number
  readonly text: string
}

const textOf = (pieces: readonly Piece[]): string => pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')

/** @returns the words that a change adds; null for none, and where other changes of their line move them. */
function addedBy(change: Change, changes: readonly Change[], tree: Tree): Added | null {
  if (change.kind === 'insert' && change.inlines !== undefined)
    return { inside: null, block: String(change.shell['id']), at: 0, text: readLine(change.inlines).text }
  if (change.kind !== 'text') return null
  const { from, pieces } = change
  const block = tree.nodes.get(from.line)?.block.id
  const isBefore = (other: Change): boolean =>
    other !== change && other.kind === 'text' && other.to.line === from.line && other.to.at <= from.at
  if (block === undefined || pieces.some((piece) => 'block' in piece) || changes.some(isBefore)) return null
  return { inside: block, block, at: from.at, text: textOf(pieces) }
}

/**
 * Finds the words that a thread about a proposal is about, where the article does not have them: the thread stands at the block
 * in which they come, or at the article for a new block.
 * @returns null where the thread is about words of the article, or where several words could be meant
 */
export function proposedWords(article: Article, head: Article, anchor: ReviewedAnchor): ReviewedAnchor | null {
  if (anchor.on === 'words') return null
  const wanted = anchor.on === 'block' ? anchor.block : null
  const changes = compute(article, head)
  const tree = treeOf(article.document)
  const [only, ...others] = changes
    .flatMap((change) => addedBy(change, changes, tree) ?? [])
    .filter(({ inside, text }) => inside === wanted && text.trim() !== '')
  if (only === undefined || others.length > 0) return null
  const start = only.at + only.text.length - only.text.trimStart().length
  const end = only.at + only.text.trimEnd().length
  return { on: 'words', start: { block: only.block, at: start }, end: { block: only.block, at: end } }
}
