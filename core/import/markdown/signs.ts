import { markdownSigns } from '../../text/markdown-signs.ts'

const HEAD = /^---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+/u

/** Signs are looked for in so much of a text. */
const LOOKED_AT = 100_000

/**
 * @returns whether a file is written in Markdown: its name says so, it has a YAML head, or it has signs of two kinds and
 *   is not called a plain text.
 *   One kind alone, a numbered list for one, stands in plain texts as well.
 */
export function isMarkdown(text: string, name: string): boolean {
  const part = text.slice(0, LOOKED_AT)
  if (/\.(?:md|markdown)$/iu.test(name) || HEAD.test(part)) return true
  return !/\.te?xt$/iu.test(name) && markdownSigns(part) > 1
}
