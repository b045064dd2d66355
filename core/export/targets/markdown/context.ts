import type { Html, RootContent } from 'mdast'
import type { Direction } from '../../../article/block.ts'
import type { ImageUrl } from '../html/context.ts'

/** What every handler needs to know beside its block. */
export type MarkdownContext = {
  readonly images: ImageUrl
  /** The direction of the article: blocks that run otherwise say so. */
  readonly dir: Direction
}

const line = (value: string): Html => ({ type: 'html', value })

/**
 * Puts blocks into an element that Markdown has no sign for. Empty lines around the tags let what is within be
 * Markdown still (CommonMark, 4.6).
 */
export function within(name: string, all: string, content: readonly RootContent[]): RootContent[] {
  if (content.length === 0) return []
  return [line(`<${name}${all === '' ? '' : ` ${all}`}>`), ...content, line(`</${name}>`)]
}

/** @returns the attribute of a block that runs against the article; empty for one that runs with it. */
export function turned(dir: Direction, context: MarkdownContext): string {
  return dir === context.dir ? '' : `dir="${dir}"`
}

/** @returns attributes in one text, without the empty ones. */
export function attributes(...each: readonly string[]): string {
  return each.filter((attribute) => attribute !== '').join(' ')
}
