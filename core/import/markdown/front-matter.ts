/** What a YAML head says: texts, numbers and lists of texts. */
export type FrontMatter = Readonly<Record<string, string | number | readonly string[]>>

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u
const MAX_HEAD = 100_000

function scalar(source: string): string | number {
  const text = source.trim()
  const json = jsonOf(text)
  if (typeof json === 'string' || typeof json === 'number') return json
  const single = /^'((?:[^']|'')*)'$/u.exec(text)?.[1]
  return single === undefined ? text.replace(/\s+#.*$/u, '') : single.replaceAll("''", "'")
}

function jsonOf(text: string): unknown {
  if (!/^["[{\d-]/u.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function valueOf(first: string, below: readonly string[]): string | number | readonly string[] {
  const json = jsonOf(first.trim())
  if (Array.isArray(json)) return json.map(String)
  const flow = /^\[(.*)\]$/u.exec(first.trim())?.[1]
  if (flow !== undefined)
    return flow
      .split(/[,،]/u)
      .map((item) => String(scalar(item)))
      .filter((item) => item !== '')
  const items = below.flatMap((line) => /^\s*-\s+(.*)$/u.exec(line)?.[1] ?? []).map((item) => String(scalar(item)))
  if (first.trim() === '' && items.length > 0) return items
  return scalar(first)
}

/**
 * Reads the YAML head of a Markdown file, as far as heads of articles go: a name and a text, number or list of texts
 * on each line.
 * @returns the head, the text behind it, and the lines of the head that say more than that; a text without a head as it
 *   is.
 */
export function splitFrontMatter(source: string): { head: FrontMatter; text: string; unread: string[] } {
  const match = FENCE.exec(source)
  if (match?.[1] === undefined || match[1].length > MAX_HEAD) return { head: {}, text: source, unread: [] }
  const lines = match[1].split(/\r?\n/u)
  const entries = lines.flatMap((line, index): [string, string | number | readonly string[]][] => {
    const [, name, first = ''] = /^([\w-]+):(.*)$/u.exec(line) ?? []
    if (name === undefined) return []
    const end = lines.findIndex((other, at) => at > index && /^[\w-]+:/u.test(other))
    return [[name, valueOf(first, lines.slice(index + 1, end === -1 ? lines.length : end))]]
  })
  const isItem = (line: string): boolean => /^\s*-\s+\S/u.test(line)
  const unread = lines.filter((line, index) => {
    if (line.trim() === '' || /^(?:[\w-]+:|\s*#)/u.test(line)) return false
    const above = lines.slice(0, index).findLast((other) => !isItem(other)) ?? ''
    // The items of a list are read where nothing stands beside its name.
    return !(isItem(line) && /^[\w-]+:\s*$/u.test(above))
  })
  return { head: Object.fromEntries(entries), text: source.slice(match[0].length), unread }
}
