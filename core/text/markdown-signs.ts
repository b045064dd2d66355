/** Markdown that nobody writes by chance: a heading, a link, strong text, a quotation, a list of several items. */
const SIGNS = [
  /^#{1,6} \S/mu,
  /\[[^[\]\n]+\]\((?:https?:|mailto:)[^)[\s]+\)/u,
  /\*\*\S[^*\n]*\*\*/u,
  /^> \S/mu,
  /(?:^[-*+] \S.*\n){2}/mu,
  /(?:^\d{1,2}\. \S.*\n){2}/mu,
]

/** @returns how many of these kinds of Markdown a text has. */
export function markdownSigns(text: string): number {
  return SIGNS.filter((sign) => sign.test(`${text}\n`)).length
}
