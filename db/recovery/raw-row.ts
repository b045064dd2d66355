/** A value as SQLite stores it. */
export type RawValue = string | number | bigint | null | Uint8Array

/** A row of one of our tables, its values in the order of the columns. `rowid` is its number, where it has one. */
export type RawRow = { rowid: number; values: readonly RawValue[] }

const HASH = /^[0-9a-f]{64}$/u
type Value = RawValue | undefined

export const isHash = (value: Value): value is string => typeof value === 'string' && HASH.test(value)
export const isText = (value: Value): value is string => typeof value === 'string'
export const isTextOrNull = (value: Value): value is string | null => value === null || isText(value)
export const isWhole = (value: Value): value is number => typeof value === 'number' && Number.isInteger(value)
export const isBytes = (value: Value): value is Uint8Array => value instanceof Uint8Array

/** @returns a large integer as a number, anything else as it is. */
export const whole = (value: Value): Value => (typeof value === 'bigint' ? Number(value) : value)
