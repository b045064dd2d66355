import { canonicalJson } from '../article/canonical.ts'

/** A field whose value differs between two versions; `undefined` where a version does not have the field. */
export type FieldDifference = { field: string; from: unknown; to: unknown }

/** @returns whether two JSON values are equal. A missing value equals only itself. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  return one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other)
}

/** @returns the fields that differ: first those of `from` in its order, then those that only `to` has. */
export function fieldsThatDiffer(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): FieldDifference[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((field) => !isSame(from[field], to[field]))
    .map((field) => ({ field, from: from[field], to: to[field] }))
}
