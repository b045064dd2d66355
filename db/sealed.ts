import { sealOf } from './seal.ts'

type Value = string | number | null
/** What columns become, as SQL: `{ hash: ':hash', save_number: 'save_number + 1' }`. */
type Changes<Column extends string> = Readonly<Partial<Record<Column, string>>>

/** The names of the columns of what `sealedColumns` returns. */
export type ColumnOf<Sealed extends { readonly columns: readonly string[] }> = Sealed['columns'][number]

/**
 * Lists the sealed columns of a table once, for all SQL and code that must keep their order.
 * @param columns in the order in which they are sealed
 */
export function sealedColumns<const Column extends string>(columns: readonly Column[]) {
  const sealAfter = (changes: Changes<Column>): string =>
    `seal(${columns.map((column) => changes[column] ?? column).join(', ')})`
  return {
    columns,
    /** For a SELECT whose rows `isSound` judges. */
    selected: [...columns, 'seal'].join(', '),
    /** @returns whether a row is as it was written. */
    isSound: (row: Readonly<Record<Column, Value>> & { seal: string }): boolean =>
      sealOf(columns.map((column) => row[column])) === row.seal,
    /** @returns the SET of an UPDATE that seals the row as it will be. */
    assigned: (changes: Changes<Column>): string => {
      const assignments = Object.entries(changes).map(([column, sql]) => `${column} = ${String(sql)}`)
      return [...assignments, `seal = ${sealAfter(changes)}`].join(', ')
    },
    /** @returns the columns and VALUES of an INSERT, sealed. @param unsealed further columns */
    inserted: (values: Readonly<Record<Column, string>>, unsealed: Readonly<Record<string, string>> = {}): string => {
      const all = { ...values, ...unsealed, seal: sealAfter(values) }
      return `(${Object.keys(all).join(', ')}) VALUES (${Object.values(all).join(', ')})`
    },
  }
}
