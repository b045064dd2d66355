import type { JsonObject } from '../../fields/object.ts'
import type { Words } from '../../walk/words.ts'
import { ninjs } from './fields.ts'

/** @returns a list of one statement with its role, as ninjs has them in headlines and descriptions; none without words. */
export function statement(role: string, value: Words): JsonObject[] {
  const written = ninjs.plain({ role, contentType: 'text/plain', value })
  return 'value' in written ? [written] : []
}
