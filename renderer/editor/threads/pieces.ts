/** A part of a text that belongs to a card. */
export type CardRange = { readonly start: number; readonly end: number; readonly key: string }

/**
 * Cuts overlapping ranges into pieces that do not overlap.
 * @returns the pieces in order, each with the keys of all ranges that cover it, parted by spaces
 */
export function piecesOf(ranges: readonly CardRange[]): { start: number; end: number; cards: string }[] {
  const cuts = [...new Set(ranges.flatMap(({ start, end }) => [start, end]))].toSorted((one, other) => one - other)
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0
    const over = ranges.filter((range) => range.start <= start && range.end >= end).map(({ key }) => key)
    return over.length === 0 ? [] : [{ start, end, cards: [...new Set(over)].join(' ') }]
  })
}
