/** A card to place: how high it is, and the height of its words, from the top of the page. */
export type Standing = { readonly key: string; readonly wanted: number; readonly height: number }

/** The distance between two cards, and how far the chosen one may stand below its words. */
type Room = { readonly gap: number; readonly below: number }

/**
 * Places cards one under another, each at the height of its words or, where it would cover another, right beside that.
 * @param cards in the order of their words
 * @param chosen the card that stands at its words; those before it make room upwards. Near the top of the page, where they
 *   have none, it stands lower; not so low that it would be out of sight of its words.
 * @returns the top of each card
 */
export function placeCards(cards: readonly Standing[], chosen: string | null, { gap, below }: Room): number[] {
  const tops: number[] = []
  let free = -Infinity
  for (const { wanted, height } of cards) {
    const top = Math.max(wanted, free)
    tops.push(top)
    free = top + height + gap
  }
  const fixed = cards.findIndex(({ key }) => key === chosen)
  const card = cards[fixed]
  if (card === undefined) return tops
  const needed = cards.slice(0, fixed).reduce((sum, { height }) => sum + height + gap, 0)
  const own = needed <= card.wanted + below ? Math.max(card.wanted, needed) : card.wanted
  tops[fixed] = own
  free = own + card.height + gap
  for (let index = fixed + 1; index < cards.length; index += 1) {
    const each = cards[index]
    if (each === undefined) break
    tops[index] = Math.max(each.wanted, free)
    free = (tops[index] ?? 0) + each.height + gap
  }
  let ceiling = own - gap
  for (let index = fixed - 1; index >= 0; index -= 1) {
    const each = cards[index]
    if (each === undefined) break
    tops[index] = Math.min(tops[index] ?? 0, ceiling - each.height)
    ceiling = (tops[index] ?? 0) - gap
  }
  return tops
}
