/** A JSON object whose fields have not been checked. */
export type Fields = Record<string, unknown>

/** @returns whether a value is a JSON object: neither an array nor null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * @returns whether a JSON value nests no deeper than `limit`. Does not recurse, so deep input cannot exhaust the stack.
 */
export function isShallow(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return false
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return true
}
