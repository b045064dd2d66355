import { addressesBeside, FORMATS, type Source, type Written } from '#core/export/formats.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { ROWS, type Row } from './formats.ts'
import { probeArticle, PROBES, type Probe } from './probes.ts'

const START = '<!-- formats: made by `npm run formats` -->'
const END = '<!-- /formats -->'

const article = probeArticle()
const bytes = Uint8Array.of(1)
const renditions = () => [{ name: 'original', width: 800, height: 600, bytes }] as const

function writtenOf({ id }: Row): Written {
  // WXR carries its pictures itself.
  const images = id === 'wxr' ? () => 'data:image/jpeg;base64,AQ==' : addressesBeside(article, renditions)
  const source: Source = { article, edition: { ...EDITION, house: HOUSE }, renditions, images }
  return FORMATS[id].write(source)
}

function textsOf(row: Row): string[] {
  const written = writtenOf(row)
  if (written.kind === 'text') return [written.text]
  if (written.kind === 'print') return [written.html, JSON.stringify(written.properties)]
  const xml = written.parts.filter(({ path }) => /\.(?:xml|rels)$/u.test(path))
  return xml.map((part) => new TextDecoder().decode(part.bytes))
}

/** @returns the probes that are not in a file of a format. */
export function lostIn(row: Row): Probe[] {
  const all = textsOf(row).join('\n')
  return (Object.keys(PROBES) as Probe[]).filter((probe) => !all.includes(PROBES[probe]))
}

const PICTURES = { inside: 'in the file', beside: 'beside it', none: 'none' } as const

/** The result of a checker that is not available: never one from an older run. */
const NOT_CHECKED = 'not checked here'

function resultOf({ judge }: Row, errors: readonly string[] | null): string {
  if (judge === null) return ''
  if (errors === null) return NOT_CHECKED
  return errors.length === 0 ? judge.word : `${errors.length} errors`
}

async function line(row: Row): Promise<string[]> {
  const errors = await row.check(writtenOf(row))
  const lost = lostIn(row)
  const kept = Object.keys(PROBES).length - lost.length
  return [
    row.name,
    `${kept} of ${Object.keys(PROBES).length}${lost.length === 0 ? '' : `; not: ${lost.join(', ')}`}`,
    PICTURES[FORMATS[row.id].pictures],
    row.judge?.name ?? 'none',
    resultOf(row, errors),
  ]
}

function parts(document: string): { start: number; end: number } {
  const start = document.indexOf(START)
  const end = document.indexOf(END)
  if (start === -1 || end === -1) throw new Error('docs/formats.md has no place for the table')
  return { start, end }
}

/**
 * Compares two documents by the cells of their tables.
 * @returns the rows that differ, and those whose checker was not available for `made`.
 */
export function comparedTables(document: string, made: string): { differing: string[]; unchecked: string[] } {
  const rowsOf = (text: string): string[][] => {
    const { start, end } = parts(text)
    const rows = text
      .slice(start, end)
      .split('\n')
      .filter((each) => /^\| [^-]/u.test(each))
    return rows.map((each) => each.split('|').map((cell) => cell.trim()))
  }
  const given = rowsOf(document)
  const now = rowsOf(made)
  const isUnchecked = (row: readonly string[] | undefined): boolean => row?.[5] === NOT_CHECKED
  const differs = now.filter((row, index) => {
    const other = given[index] ?? []
    return isUnchecked(row)
      ? row.slice(0, 5).join('|') !== other.slice(0, 5).join('|')
      : row.join('|') !== other.join('|')
  })
  const count = given.length === now.length ? [] : [`${given.length} rows and not ${now.length}`]
  return {
    differing: [...count, ...differs.map((row) => row[1] ?? '')],
    unchecked: now.filter(isUnchecked).map((row) => row[1] ?? ''),
  }
}

/** @returns the document with its current table of formats. */
export async function withTable(document: string): Promise<string> {
  const { start, end } = parts(document)
  const head = ['format', 'what of an article it carries', 'pictures', 'judge', 'result']
  const rows = [head, ...(await Promise.all(ROWS.map(line)))]
  const widths = head.map((_cell, index) => Math.max(...rows.map((cells) => Array.from(cells[index] ?? '').length)))
  const written = rows.map((cells) => `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`)
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  const table = [written[0], rule, ...written.slice(1)].join('\n')
  return `${document.slice(0, start)}${START}\n\n${table}\n\n${document.slice(end)}`
}
