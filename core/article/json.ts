/** A JSON object whose fields nobody has looked at yet. */
export type Fields = Record<string, unknown>

/** @returns whether a value is a JSON object, and neither a list nor null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @returns whether a JSON value nests no deeper than `limit`; walks without recursion, so that none is too deep. */
export function isShallow(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return false
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return true
}
