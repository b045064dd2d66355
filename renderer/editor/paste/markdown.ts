import { toHtml } from 'hast-util-to-html'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toHast } from 'mdast-util-to-hast'
import { markdownSigns } from '#core/text/markdown-signs.ts'

/** A longer text is pasted as plain text even if it is Markdown. In UTF-16 units. */
const MAX_MARKDOWN = 500_000

/** @returns whether a plain text looks like Markdown. */
export function isMarkdown(text: string): boolean {
  return text.length <= MAX_MARKDOWN && markdownSigns(text) > 0
}

/** @returns Markdown (CommonMark) as HTML, without the raw HTML in it. */
export function markdownToHtml(text: string): string {
  return toHtml(toHast(fromMarkdown(text)))
}
