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

/** The deepest JSON that is parsed. Nothing that Midad reads nests as deep. */
const MAX_JSON_DEPTH = 200

/** @returns where a string in JSON ends, or the end of the text. @param at where its first quotation mark is */
function endOfString(json: string, at: number): number {
  for (let end = json.indexOf('"', at + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let slashes = 0
    while (json[end - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return end
  }
  return json.length
}

/** @returns how deep a JSON text nests, and how many values and names it has at most. Parses nothing. */
function measureJson(json: string): { depth: number; values: number } {
  let depth = 0
  let deepest = 0
  let values = 1
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]
    if (sign === '"') at = endOfString(json, at)
    else if (sign === '[' || sign === '{') depth += 1
    else if (sign === ']' || sign === '}') depth -= 1
    if (sign === ',' || sign === ':' || sign === '[' || sign === '{') values += 1
    deepest = Math.max(deepest, depth)
  }
  return { depth: deepest, values }
}

/**
 * @returns whether a JSON text nests too deep to be parsed: the parser takes seconds for a million levels, during which
 *   nothing can end it, and such a value cannot be handed from thread to thread.
 */
export function isDeepJson(json: string): boolean {
  return measureJson(json).depth > MAX_JSON_DEPTH
}

/** The most values and names in a JSON text that a worker parses for the service. */
const MAX_JSON_VALUES = 200_000

/** @returns whether a JSON text has so many values that taking them over from a worker would keep a thread busy. */
export function isLargeJson(json: string): boolean {
  return measureJson(json).values > MAX_JSON_VALUES
}

/** Parses JSON from outside. @returns undefined for a text that is no JSON, or that nests too deep. */
export function parseJson(text: string): unknown {
  // Some programs put a byte order mark before the text.
  const json = text.replace(/^\uFEFF/u, '')
  if (isDeepJson(json)) return undefined
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
