import { canonicalJson } from '../../article/canonical.ts'
import type { Metadata } from '../../article/metadata.ts'

/** A metadata field whose value differs between two versions; `undefined` where a version does not have the field. */
export type FieldChange = { field: string; from: unknown; to: unknown }

/** @returns the metadata fields that differ: first those of `from` in its order, then those that only `to` has. */
export function diffMetadata(from: Metadata, to: Metadata): FieldChange[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((field) => canonicalJson(from[field] ?? null) !== canonicalJson(to[field] ?? null))
    .map((field) => ({ field, from: from[field], to: to[field] }))
}
