/** What nobody writes by chance: a heading, a link, a quotation, strong words, or a list of several items. */
const SIGNS = [
  /^#{1,6} \S/mu,
  /\[[^\]\n]+\]\((?:https?:|mailto:)[^)\s]+\)/u,
  /\*\*\S[^*\n]*\*\*/u,
  /^> \S/mu,
  /(?:^[-*+] \S.*\n){2}/mu,
  /(?:^\d{1,2}\. \S.*\n){2}/mu,
]
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
  return !/\.te?xt$/iu.test(name) && SIGNS.filter((sign) => sign.test(`${part}\n`)).length > 1
}
