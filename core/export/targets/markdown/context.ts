import type { Html, Link, PhrasingContent, RootContent } from 'mdast'
import type { Direction } from '../../../article/block.ts'
import type { ImageUrl } from '../html/context.ts'
import { markdownField } from './fields.ts'

/** What every handler knows besides its block. */
export type MarkdownContext = {
  readonly images: ImageUrl
  /** The direction of the article. Blocks that run against it say so. */
  readonly dir: Direction
  /** The language of the article. */
  readonly language: string
  /** The digits of dates. */
  readonly digits: 'latn' | 'arab'
}

const line = (value: string): Html => ({ type: 'html', value })

/**
 * Puts content into an HTML element, for what Markdown has no syntax for. The empty lines around the tags let the content
 * be Markdown (CommonMark, 4.6).
 */
export function within(name: string, all: string, content: readonly RootContent[]): RootContent[] {
  return content.length === 0 ? [] : around(name, all, content)
}

/** @returns content in an HTML element, as `within` does; an empty element around none. */
export function around(name: string, all: string, content: readonly RootContent[]): RootContent[] {
  return [line(`<${name}${all === '' ? '' : ` ${all}`}>`), ...content, line(`</${name}>`)]
}

/** @returns the `dir` attribute of a block that runs against the article; empty for any other. */
export function turned(dir: Direction, context: MarkdownContext): string {
  return dir === context.dir ? '' : `dir="${dir}"`
}

/** @returns the attributes joined by spaces, without the empty ones. */
export function attributes(...each: readonly string[]): string {
  return each.filter((attribute) => attribute !== '').join(' ')
}

/** @returns a link to an address that a reader may follow. */
export function linked(url: string, children: PhrasingContent[]): Link {
  return { type: 'link', url: markdownField('href', url), children }
}
