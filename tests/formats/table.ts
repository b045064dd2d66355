import { addressesBeside, FORMATS, type Source } from '#core/export/formats.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { ROWS, type Row, type Texts } from './formats.ts'
import { probeArticle, PROBES, type Probe } from './probes.ts'

const START = '<!-- formats: made by `npm run formats` -->'
const END = '<!-- /formats -->'

const article = probeArticle()
const bytes = Uint8Array.of(1)
const renditions = () => [{ name: 'original', width: 800, height: 600, bytes }] as const

function textsOf({ id }: Row): Texts {
  const images = addressesBeside(article, renditions)
  const source: Source = { article, edition: { ...EDITION, house: HOUSE }, renditions, images }
  const written = FORMATS[id].write(source)
  if (written.kind === 'text') return [{ path: id, text: written.text }]
  if (written.kind === 'print') return [{ path: id, text: written.html }]
  const xml = written.parts.filter(({ path }) => /\.(?:xml|rels)$/u.test(path))
  return xml.map((part) => ({ path: part.path, text: new TextDecoder().decode(part.bytes) }))
}

/** @returns what of an article is not in a file of a format. */
export function lostIn(row: Row): Probe[] {
  const all = textsOf(row)
    .map(({ text }) => text)
    .join('\n')
  return (Object.keys(PROBES) as Probe[]).filter((probe) => !all.includes(PROBES[probe]))
}

const PICTURES = { inside: 'in the file', beside: 'beside it', none: 'none' } as const

/** The results of the last run, for judges that are not at hand: by format. */
function lastResults(document: string): Map<string, string> {
  const lines = document.split('\n').filter((text) => text.startsWith('| '))
  return new Map(
    lines.map((text) => text.split('|').map((cell) => cell.trim())).map((cells) => [cells[1] ?? '', cells[5] ?? '']),
  )
}

async function line(row: Row, last: ReadonlyMap<string, string>): Promise<string[]> {
  const errors = await row.check(textsOf(row))
  const lost = lostIn(row)
  const result =
    errors === null ? (last.get(row.name) ?? 'not run') : errors.length === 0 ? 'valid' : `${errors.length} errors`
  const kept = Object.keys(PROBES).length - lost.length
  return [
    row.name,
    `${kept} of ${Object.keys(PROBES).length}${lost.length === 0 ? '' : `; not: ${lost.join(', ')}`}`,
    PICTURES[FORMATS[row.id].pictures],
    row.validator,
    row.validator === 'none' ? '' : result,
  ]
}

/** @returns the document with its table of formats as it is now. A judge that is not at hand leaves its last word. */
export async function withTable(document: string): Promise<string> {
  const start = document.indexOf(START)
  const end = document.indexOf(END)
  if (start === -1 || end === -1) throw new Error('docs/formats.md has no place for the table')
  const last = lastResults(document.slice(start, end))
  const head = ['format', 'what of an article it carries', 'pictures', 'judge', 'result']
  const rows = [head, ...(await Promise.all(ROWS.map((row) => line(row, last))))]
  const widths = head.map((_cell, index) => Math.max(...rows.map((cells) => Array.from(cells[index] ?? '').length)))
  const written = rows.map((cells) => `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`)
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  const table = [written[0], rule, ...written.slice(1)].join('\n')
  return `${document.slice(0, start)}${START}\n\n${table}\n\n${document.slice(end)}`
}
