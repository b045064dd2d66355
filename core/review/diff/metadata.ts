import { canonicalJson } from '../../article/canonical.ts'
import type { Metadata } from '../../article/metadata.ts'

/** A detail of an article that is not what it was; `undefined` where there was none. */
export type FieldChange = { field: string; from: unknown; to: unknown }

/** @returns the details that differ, in the order in which the article has them. */
export function diffMetadata(from: Metadata, to: Metadata): FieldChange[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((field) => canonicalJson(from[field] ?? null) !== canonicalJson(to[field] ?? null))
    .map((field) => ({ field, from: from[field], to: to[field] }))
}
