import type { ImportedAnchor } from '#core/import/reviewed.ts'

/** @returns an anchor in the ids that the lines of a document have in the store. */
export function renamedAnchor(anchor: ImportedAnchor, ids: ReadonlyMap<string, string>): ImportedAnchor {
  const own = (id: string): string => ids.get(id) ?? id
  if (anchor.on === 'article') return anchor
  if (anchor.on === 'block') return { ...anchor, block: own(anchor.block) }
  const { start, end } = anchor
  return { ...anchor, start: { ...start, block: own(start.block) }, end: { ...end, block: own(end.block) } }
}
