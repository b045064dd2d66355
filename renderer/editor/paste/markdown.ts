import { toHtml } from 'hast-util-to-html'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toHast } from 'mdast-util-to-hast'

/** A longer text is pasted line by line, whatever it looks like. In UTF-16 units. */
const MAX_MARKDOWN = 500_000

/** What nobody writes by chance: a heading, a link, a quotation, strong words, or a list of several items. */
const SIGNS = [
  /^#{1,6} \S/mu,
  /\[[^\]\n]+\]\((?:https?:|mailto:)[^)\s]+\)/u,
  /\*\*\S[^*\n]*\*\*/u,
  /^> \S/mu,
  /(?:^[-*+] \S.*\n){2}/mu,
  /(?:^\d{1,2}\. \S.*\n){2}/mu,
]

/** @returns whether a plain text is written in Markdown. */
export function isMarkdown(text: string): boolean {
  return text.length <= MAX_MARKDOWN && SIGNS.some((sign) => sign.test(`${text}\n`))
}

/** @returns Markdown (CommonMark) as HTML; HTML within it is left out. */
export function markdownToHtml(text: string): string {
  return toHtml(toHast(fromMarkdown(text)))
}
