import type Database from 'better-sqlite3'

export type SqlValue = string | number | null | Uint8Array
export type SqlParams = Readonly<Record<string, SqlValue>>

// oxlint-disable typescript/no-unnecessary-type-parameters -- the caller says what its SQL selects

/** Reads, and cannot do anything else. The type of a row is the caller's word for what its SQL selects. */
export type ReadDb = {
  all<Row>(sql: string, params?: SqlParams): Row[]
  get<Row>(sql: string, params?: SqlParams): Row | undefined
}

/** Reads and writes. Whoever needs only the former asks for a `ReadDb`. */
export type WriteDb = ReadDb & {
  /** @returns how many rows were changed. */
  run(sql: string, params?: SqlParams): number
  /** Does all of the work or none of it; inside another transaction it is a part of that one. */
  transaction<T>(work: () => T): T
}

/** @returns a handle over an open connection. Statements are prepared once. */
export function createHandle(connection: Database.Database): WriteDb {
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = connection.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const reading = (sql: string): Database.Statement => {
    const statement = prepare(sql)
    if (!statement.readonly) throw new Error('A statement that writes was given to a read')
    return statement
  }
  return {
    all: <Row>(sql: string, params: SqlParams = {}) => reading(sql).all(params) as Row[],
    get: <Row>(sql: string, params: SqlParams = {}) => reading(sql).get(params) as Row | undefined,
    run: (sql, params = {}) => prepare(sql).run(params).changes,
    // Immediate: the lock is taken before the first read, so that what was read still holds at the write.
    transaction: <T>(work: () => T): T => connection.transaction(work).immediate(),
  }
}
