import type Database from 'better-sqlite3'

export type SqlValue = string | number | null | Uint8Array
export type SqlParams = Readonly<Record<string, SqlValue>>

// oxlint-disable typescript/no-unnecessary-type-parameters -- the caller says what its SQL selects

/** Reads only. The caller states the type of the rows that its SQL selects. */
export type ReadDb = {
  all<Row>(sql: string, params?: SqlParams): Row[]
  get<Row>(sql: string, params?: SqlParams): Row | undefined
}

/** Whoever can sign now, by the id of that person; null where nobody can. */
export type Signer = () => { person: string; sign: (bytes: Uint8Array) => Uint8Array } | null

/** Who signs what a handle appends to the audit: the events as whoever acts, the end of the journal as this machine. */
export type Signing = {
  readonly events: Signer
  readonly journal: Signer
  /** @returns whether the person with this id signed these bytes; false where nobody here has that id. */
  readonly isSigned: (person: string, bytes: Uint8Array, signature: Uint8Array) => boolean
}

/** Reads and writes. Code that only reads takes a `ReadDb`. */
export type WriteDb = ReadDb & {
  /** Left out where nothing is signed: what is appended is then unproven. */
  readonly signing?: Signing
  /** @returns how many rows were changed. */
  run(sql: string, params?: SqlParams): number
  /** Does all of the work or nothing; inside another transaction it is a part of it. */
  transaction<T>(work: () => T): T
}

/** What a migration may do to the tables, inside the one transaction of `migrate`. */
export type MigrationDb = Omit<WriteDb, 'transaction'> & {
  /** Runs a script of statements. */
  script(sql: string): void
}

/** Runs around every change, once for a transaction. */
export type Guard = {
  before(): void
  /** Throws when the change must not be acknowledged. */
  after(): void
}

const NO_GUARD: Guard = { before() {}, after() {} }

/**
 * @param connection returns the open connection, which may be another one at a later call
 * @returns a handle over it. Statements are prepared once for each connection.
 */
export function createHandle(connection: () => Database.Database, guard: Guard = NO_GUARD): WriteDb {
  const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>()
  let isInside = false
  const prepare = (sql: string): Database.Statement => {
    const now = connection()
    const known = statements.get(now) ?? new Map<string, Database.Statement>()
    statements.set(now, known)
    const statement = known.get(sql) ?? now.prepare(sql)
    known.set(sql, statement)
    return statement
  }
  const reading = (sql: string): Database.Statement => {
    const statement = prepare(sql)
    if (!statement.readonly) throw new Error('A statement that writes was given to a read')
    return statement
  }
  const guarded = <T>(work: () => T): T => {
    if (isInside) return work()
    guard.before()
    isInside = true
    try {
      const result = work()
      guard.after()
      return result
    } finally {
      isInside = false
    }
  }
  return {
    all: <Row>(sql: string, params: SqlParams = {}) => reading(sql).all(params) as Row[],
    get: <Row>(sql: string, params: SqlParams = {}) => reading(sql).get(params) as Row | undefined,
    run: (sql, params = {}) => guarded(() => prepare(sql).run(params).changes),
    // Immediate: the lock is taken before the first read, so that what was read still holds at the write.
    transaction: <T>(work: () => T): T => guarded(() => connection().transaction(work).immediate()),
  }
}

/** @returns the handle of a migration over a connection. */
export function createMigrationDb(connection: Database.Database): MigrationDb {
  return { ...createHandle(() => connection), script: (sql) => void connection.exec(sql) }
}
