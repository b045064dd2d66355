import type { CallOutput } from '#core/contract/contract.ts'
import { Failure } from './failure.ts'
import type { Session } from './session.ts'

type Row = CallOutput<'articles.list'>['rows'][number]

const PAGE = 500
const MIN_PREFIX = 4
const UUID_LENGTH = 36

/** @returns every row of the library that has the words (all rows without any), in the library's order. */
export async function allRows(session: Session, search = ''): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    // Each page tells whether there is a next one.
    // oxlint-disable-next-line no-await-in-loop
    const page = await session.call('articles.list', { search, limit: PAGE, offset: rows.length })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}

/**
 * @returns the whole id that begins with what was typed.
 * @throws Failure when it is too short, or begins no id or more than one.
 */
export async function findArticle(session: Session, typed: string): Promise<string> {
  const id = typed.toLowerCase()
  if (id.length >= UUID_LENGTH) return id
  if (id.length < MIN_PREFIX) throw new Failure(2, 'cli.id-short', { id: typed })
  const [found, another] = (await allRows(session)).filter((row) => row.id.startsWith(id))
  if (found === undefined) throw new Failure(1, 'cli.id-unknown', { id: typed })
  if (another !== undefined) throw new Failure(1, 'cli.id-ambiguous', { id: typed })
  return found.id
}
