/** A quoted cell: it may hold tabs and line ends; a quotation mark in it is doubled. */
const QUOTED = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/uy
const PLAIN = /[^\t\r\n]*/uy
const SEPARATOR = /\t|\r\n|\r|\n/uy

/**
 * Reads cells of a spreadsheet that were copied as plain text: tabs between them, a line for each row.
 * @returns the cells of each row; null for a text without tabs
 */
export function cellsOf(text: string): string[][] | null {
  if (!text.includes('\t')) return null
  const source = text.replace(/\r?\n$/u, '')
  const rows: string[][] = [[]]
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    at += found?.[0].length ?? 0
    return found
  }
  for (;;) {
    const quoted = take(QUOTED)
    rows.at(-1)?.push(quoted === null ? (take(PLAIN)?.[0] ?? '') : (quoted[1] ?? '').replaceAll('""', '"'))
    const separator = take(SEPARATOR)?.[0]
    if (separator === undefined) return rows
    if (separator !== '\t') rows.push([])
  }
}

/** @returns cells as tab-separated text, which `cellsOf` and spreadsheets read. */
export function cellsText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(asCell).join('\t')).join('\n')
}

function asCell(cell: string): string {
  return /^"|[\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
