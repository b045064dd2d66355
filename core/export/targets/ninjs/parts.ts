import type { PlainText } from '../../fields/sorts.ts'

/** A text with its role, as ninjs has them in headlines, descriptions and bodies. */
export type Statement = { role: string; contentType: string; value: string }

/** @returns a list of one statement, or an empty one for an empty text. */
export function statement(role: string, value: PlainText): Statement[] {
  return value === '' ? [] : [{ role, contentType: 'text/plain', value }]
}

/** @returns the object without empty properties, which ninjs wants left out. */
export function compact(properties: Record<string, unknown>): Record<string, unknown> {
  const given = Object.entries(properties).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(given)
}
