import { HEAD_TYPES, type Block } from './block.ts'
import { headRank, isNestedType } from './block-types.ts'
import type { NewId } from './factories.ts'
import { head } from './factories.ts'
import { isFields } from './json.ts'
import { asParagraph, emptyParagraph, idTaker, normaliseBlock, type TakeId } from './normalise-blocks.ts'
import { allBlocks } from './text-nodes.ts'

const NONE: ReadonlySet<unknown> = new Set()

/** @returns whether a block stays as it is. One that is valid inside a container only may stand alone now. */
function isKept(node: unknown, valid: ReadonlySet<unknown>): node is Block {
  return valid.has(node) && isFields(node) && !isNestedType(node['type'])
}

function keep(block: Block, takeId: TakeId): Block {
  for (const { id } of allBlocks([block])) takeId(id)
  return block
}

/**
 * Turns any list of JSON values into a valid document: a head in order with exactly one headline, a body of at least
 * one block, unique ids, explicit directions, and lines in Slate's normal form. Text is never dropped. Blocks and
 * inline elements of unknown types are kept whole, wrapped in `unknown` and `unknown-inline`.
 * @param newId makes ids for blocks that have none, or whose id another block has
 * @param valid blocks of the document that are known to be valid, with ids that no other has: they stay the same objects
 * @returns a document with equal content when the given one is valid
 */
export function normaliseDocument(
  document: readonly unknown[],
  newId: NewId,
  valid: ReadonlySet<unknown> = NONE,
): Block[] {
  const takeId = idTaker(newId)
  const blocks = document.flatMap((node) => (isKept(node, valid) ? keep(node, takeId) : normaliseBlock(node, takeId)))
  const heads = new Map<number, Block>()
  const body: Block[] = []
  for (const block of blocks) {
    const rank = headRank(block.type)
    if (rank === -1) body.push(block)
    // Somebody wrote the words of a second headline, so they stay, as a paragraph.
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
