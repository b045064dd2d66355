import type { Related, RelatedItem } from '../../article/block.ts'
import type { Inline, Link } from '../../article/inline.ts'
import { isText } from '../../article/text-nodes.ts'

/** @returns a line that can be a link. No link can stand in a link: those in it lose their addresses and keep their words. */
export function withoutLinks<Line extends { readonly children: Inline[] }>(line: Line): Line {
  return {
    ...line,
    children: line.children.flatMap((inline): Inline[] =>
      !isText(inline) && inline.type === 'link' ? inline.children : [inline],
    ),
  }
}

/**
 * Reads what the items of a related block show.
 * @param title writes the words of an item, in which no link stands
 * @param address writes an address that has no title
 * @returns the items that show anything
 */
export function relatedLinks<Words>(
  related: Related,
  title: (item: RelatedItem) => Words[],
  address: (url: string) => Words,
): { item: RelatedItem; words: Words[] }[] {
  return related.children.flatMap((item) => {
    const own = title(withoutLinks(item))
    const words = own.length === 0 && item.url !== '' ? [address(item.url)] : own
    return words.length === 0 ? [] : [{ item, words }]
  })
}

/** @returns a link with the words of these inlines; with its own address where they have none. */
export function linkTo(url: string, inlines: readonly Inline[]): Link {
  const words = inlines.flatMap((inline) => (isText(inline) ? [inline] : inline.children))
  return { type: 'link', url, children: words.every(({ text }) => text.trim() === '') ? [{ text: url }] : words }
}
