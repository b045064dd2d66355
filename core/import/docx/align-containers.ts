import type { AnyBlock, Block } from '../../article/block.ts'
import { isHeadType, shapeOf } from '../../article/block-types.ts'
import { allBlocks, childBlocks, isContainer } from '../../article/text-nodes.ts'

function containersIn(document: readonly AnyBlock[]): AnyBlock[] {
  return document.flatMap((block) => (isContainer(block) ? [...containersIn(childBlocks(block)), block] : []))
}

/** @returns the blocks of a container that have a fixed place, by that place. */
function fixedIn(container: AnyBlock): Map<string, AnyBlock> {
  if (!isContainer(container)) return new Map()
  const { lead, tail } = shapeOf(container.type)
  const children = childBlocks(container)
  const last = children.length - tail.length
  return new Map(
    children.flatMap((child, at): [string, AnyBlock][] => {
      if (at < lead.length) return [[`${at}`, child]]
      return at < last ? [] : [[`${at - last} from the end`, child]]
    }),
  )
}

/**
 * Gives the containers of a document the ids that they have in another version of it. A Word document does not say where
 * a list or a quote ends: what holds the same lines is the same. So are blocks with a fixed place, which are made where a
 * document lacks them.
 */
export function alignContainers(document: readonly Block[], other: readonly Block[]): Block[] {
  const holders = new Map<string, AnyBlock>()
  const byId = new Map<string, AnyBlock>()
  for (const container of containersIn(other)) {
    byId.set(container.id, container)
    for (const child of childBlocks(container)) holders.set(child.id, container)
  }
  const heads = new Map<string, Block>()
  for (const block of other) if (isHeadType(block.type)) heads.set(block.type, block)
  const used = new Set(allBlocks(document).map(({ id }) => id))
  const taken = new Set<string>()
  const as = (block: AnyBlock, known: AnyBlock | undefined): AnyBlock =>
    known === undefined || used.has(known.id) ? block : { ...block, id: known.id }
  const aligned = (block: AnyBlock): AnyBlock => {
    if (!isContainer(block)) return block
    const children = childBlocks(block).map(aligned)
    const votes = new Map<string, number>()
    for (const { id } of children) {
      const holder = holders.get(id)
      if (holder?.type === block.type && !taken.has(holder.id)) votes.set(holder.id, (votes.get(holder.id) ?? 0) + 1)
    }
    const [best] = [...votes].toSorted((one, other_) => other_[1] - one[1])
    if (best !== undefined) taken.add(best[0])
    const id = best?.[0] ?? block.id
    const holder = byId.get(id)
    const known = holder?.type === block.type ? fixedIn(holder) : new Map<string, AnyBlock>()
    const own = new Map([...fixedIn(block)].map(([place, { id: at }]) => [at, place]))
    const named = children.map((child) => as(child, known.get(own.get(child.id) ?? '')))
    return { ...block, id, children: named } as AnyBlock
  }
  return document.map((block) => as(aligned(block), heads.get(block.type)) as Block)
}
