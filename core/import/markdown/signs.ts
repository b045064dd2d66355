import { markdownSigns } from '../../text/markdown-signs.ts'

const HEAD = /^---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+/u

/** How much of a text is searched for signs of Markdown, in UTF-16 units. */
const LOOKED_AT = 100_000

/**
 * @returns whether a file is Markdown: its name says so, or it has a YAML head, or it has two kinds of Markdown syntax and
 *   no name of a plain text. One kind alone, such as a numbered list, occurs in plain texts too.
 */
export function isMarkdown(text: string, name: string): boolean {
  const part = text.slice(0, LOOKED_AT)
  if (/\.(?:md|markdown)$/iu.test(name) || HEAD.test(part)) return true
  return !/\.te?xt$/iu.test(name) && markdownSigns(part) > 1
}
