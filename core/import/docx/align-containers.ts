import type { AnyBlock, Block } from '../../article/block.ts'
import { childBlocks, isContainer } from '../../article/text-nodes.ts'

function containersIn(document: readonly AnyBlock[]): AnyBlock[] {
  return document.flatMap((block) => (isContainer(block) ? [...containersIn(childBlocks(block)), block] : []))
}

/**
 * Gives the containers of a document the ids that they have in another version of it. A Word document does not say where
 * a list or a quote ends: what holds the same lines is the same.
 */
export function alignContainers(document: readonly Block[], other: readonly Block[]): Block[] {
  const holders = new Map<string, AnyBlock>()
  for (const container of containersIn(other))
    for (const child of childBlocks(container)) holders.set(child.id, container)
  const taken = new Set<string>()
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
    return { ...block, id: best?.[0] ?? block.id, children } as AnyBlock
  }
  return document.map((block) => aligned(block) as Block)
}
