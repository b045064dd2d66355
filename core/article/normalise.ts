import { HEAD_TYPES, type Block } from './block.ts'
import { headRank } from './block-types.ts'
import type { NewId } from './factories.ts'
import { head } from './factories.ts'
import { asParagraph, emptyParagraph, idTaker, normaliseBlock } from './normalise-blocks.ts'

/**
 * Brings any list of JSON values into a lawful document: the head in its order with exactly one headline, a body
 * of at least one block, ids that are there and unlike, explicit directions, lines in Slate's own normal form.
 * Words are never dropped; what this version does not know is kept as opaque.
 * @param newId makes ids for blocks that have none, or another block's.
 * @returns the same document again for one that is lawful already.
 */
export function normaliseDocument(document: readonly unknown[], newId: NewId): Block[] {
  const takeId = idTaker(newId)
  const blocks = document.flatMap((node) => normaliseBlock(node, takeId))
  const heads = new Map<number, Block>()
  const body: Block[] = []
  for (const block of blocks) {
    const rank = headRank(block.type)
    if (rank === -1) body.push(block)
    // A second headline is a line of the text that somebody meant, but no headline.
    else if (heads.has(rank)) body.push(asParagraph(block))
    else heads.set(rank, block)
  }
  const headline = headRank('headline')
  if (!heads.has(headline))
    heads.set(
      headline,
      head('headline', () => takeId(undefined)),
    )
  if (body.length === 0) body.push(emptyParagraph(takeId))
  return [...HEAD_TYPES.flatMap((_type, rank) => heads.get(rank) ?? []), ...body]
}
