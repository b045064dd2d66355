import { canonicalJson } from '../article/canonical.ts'

/** Sorted keys, one on a line: for people who look inside, and for machines that compare. */
export function readableJson(value: unknown): string {
  const sorted: unknown = JSON.parse(canonicalJson(value))
  return `${JSON.stringify(sorted, null, 2)}\n`
}
