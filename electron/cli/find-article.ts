import type { CallInput, CallOutput } from '#core/contract/contract.ts'
import { Failure } from './failure.ts'
import type { Session } from './session.ts'

type Row = CallOutput<'articles.list'>['rows'][number]

const PAGE = 500
const MIN_PREFIX = 4
const UUID_LENGTH = 36

/** The filters of `articles.list`, all optional. */
type Query = Omit<CallInput<'articles.list'>, 'limit' | 'offset'>

/** @returns all rows of the library that match, in the library's order. */
export async function allRows(session: Session, query: Query = {}): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    // Each page says whether there is another.
    // oxlint-disable-next-line no-await-in-loop
    const page = await session.call('articles.list', { ...query, limit: PAGE, offset: rows.length })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}

/**
 * @returns the id that starts with what was typed.
 * @throws Failure when that is too short, or matches no article or more than one.
 */
export async function findArticle(session: Session, typed: string): Promise<string> {
  const id = typed.toLowerCase()
  return id.length >= UUID_LENGTH ? id : onlyRow(await allRows(session), typed).id
}

/**
 * @returns the row whose id starts with what was typed.
 * @throws Failure when that is too short, or matches no row or more than one.
 */
export function onlyRow<R extends { id: string }>(rows: readonly R[], typed: string): R {
  const id = typed.toLowerCase()
  if (id.length < MIN_PREFIX) throw new Failure(2, 'cli.id-short', { id: typed })
  const [found, another] = rows.filter((row) => row.id.startsWith(id))
  if (found === undefined) throw new Failure(1, 'cli.id-unknown', { id: typed })
  if (another !== undefined) throw new Failure(1, 'cli.id-ambiguous', { id: typed })
  return found
}
