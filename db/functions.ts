import { deflateRawSync } from 'node:zlib'
import type Database from 'better-sqlite3'
import { sealOf } from './seal.ts'

/** Gives SQL the functions that statements and migrations use: `seal(…)` and `deflate(text)`. */
export function addFunctions(connection: Database.Database): void {
  const options = { deterministic: true, directOnly: true }
  connection.function('seal', { ...options, varargs: true }, (...values: unknown[]) =>
    sealOf(values as (string | number | null)[]),
  )
  connection.function('deflate', options, (text: unknown) => deflateRawSync(Buffer.from(String(text))))
}
