import type { CallInput, CallOutput } from '#core/contract/contract.ts'
import { Failure } from './failure.ts'
import type { Session } from './session.ts'

type Row = CallOutput<'articles.list'>['rows'][number]

const PAGE = 500
const MIN_PREFIX = 4
const UUID_LENGTH = 36

/** What narrows the rows down: as in the contract, all of it optional. */
type Query = Omit<CallInput<'articles.list'>, 'limit' | 'offset'>

/** @returns every row of the library that a query finds (all rows without one), in the library's order. */
export async function allRows(session: Session, query: Query = {}): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    // Each page tells whether there is a next one.
    // oxlint-disable-next-line no-await-in-loop
    const page = await session.call('articles.list', { ...query, limit: PAGE, offset: rows.length })
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
  return id.length >= UUID_LENGTH ? id : onlyRow(await allRows(session), typed).id
}

/**
 * @returns the row whose id begins with what was typed.
 * @throws Failure when it is too short, or begins no id or more than one.
 */
export function onlyRow<R extends { id: string }>(rows: readonly R[], typed: string): R {
  const id = typed.toLowerCase()
  if (id.length < MIN_PREFIX) throw new Failure(2, 'cli.id-short', { id: typed })
  const [found, another] = rows.filter((row) => row.id.startsWith(id))
  if (found === undefined) throw new Failure(1, 'cli.id-unknown', { id: typed })
  if (another !== undefined) throw new Failure(1, 'cli.id-ambiguous', { id: typed })
  return found
}
