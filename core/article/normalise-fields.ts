import type { AnyBlock } from './block.ts'
import { foreignFields } from './block-types.ts'
import type { Fields } from './json.ts'
import { TRAITS } from './traits.ts'

/**
 * Normalises the fields of a block that is to have a type: applies the rule of each field that the type has, removes
 * the fields of other types, and keeps unknown fields.
 */
export function normaliseFields(node: Fields, type: AnyBlock['type']): Fields {
  const foreign = foreignFields(Object.keys(node), type)
  const kept = Object.fromEntries(Object.entries(node).filter(([key]) => !foreign.includes(key)))
  const rules: Readonly<Record<string, (value: unknown) => unknown>> = TRAITS[type].fields
  for (const [key, rule] of Object.entries(rules)) {
    const value = rule(node[key])
    if (value === undefined) delete kept[key]
    else kept[key] = value
  }
  return kept
}
