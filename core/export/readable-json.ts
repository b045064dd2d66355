import { canonicalJson } from '../article/canonical.ts'

/** @returns JSON with sorted keys, one on a line, for people to read and for machines to compare. */
export function readableJson(value: unknown): string {
  const sorted: unknown = JSON.parse(canonicalJson(value))
  return `${JSON.stringify(sorted, null, 2)}\n`
}

/** @returns readable JSON that may stand in the `script` of a page: no text of it ends the element or opens a comment. */
export function scriptJson(value: unknown): string {
  return readableJson(value).replaceAll('<', String.raw`\u003c`)
}
