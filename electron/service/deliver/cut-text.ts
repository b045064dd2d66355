import type { ComparedText } from '#core/contract/deliveries.ts'

/** The longest text that a window compares and shows, in UTF-16 units. A site may answer with eighty times as much. */
const MAX_COMPARED = 200_000

/** @returns the beginning of a text, and whether that is not all of it. */
export function cutText({ title, excerpt, blocks }: ComparedText): { text: ComparedText; isCut: boolean } {
  let left = MAX_COMPARED
  let isCut = false
  const take = (words: string): string => {
    const taken = words.slice(0, left)
    isCut ||= taken.length < words.length
    left -= taken.length
    return taken.toWellFormed()
  }
  const text = { title: take(title), excerpt: take(excerpt), blocks: blocks.slice(0, MAX_COMPARED).map(take) }
  isCut ||= blocks.length > MAX_COMPARED
  return { text: { ...text, blocks: text.blocks.filter((block) => block !== '') }, isCut }
}
