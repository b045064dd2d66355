/** A piece of text with its role, as ninjs has it in headlines, descriptions and bodies. */
export type Statement = { role: string; contentType: string; value: string }

/** @returns a list of one statement, or none when there is nothing to state. */
export function statement(role: string, value: string): Statement[] {
  return value === '' ? [] : [{ role, contentType: 'text/plain', value }]
}

/** @returns the object without what is not given: ninjs wants such properties left out, not null or empty. */
export function compact(properties: Record<string, unknown>): Record<string, unknown> {
  const given = Object.entries(properties).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(given)
}
