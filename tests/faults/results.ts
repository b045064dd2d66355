import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Row } from './row.ts'

/** The rows of the finished parts, by name, so that an interrupted run can continue. */
export type Results = {
  of(name: string): Row[] | undefined
  keep(name: string, rows: Row[]): void
  clear(): void
}

/** @param path the file of the results; made when it is missing */
export function keepResults(path: string): Results {
  const read = (): Record<string, Row[]> =>
    existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Row[]>) : {}
  return {
    of: (name) => read()[name],
    keep(name, rows) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, JSON.stringify({ ...read(), [name]: rows }, null, 2))
    },
    clear: () => rmSync(path, { force: true }),
  }
}
