import type { AnyBlock } from '#core/article/block.ts'
import { TRAITS } from '#core/article/traits.ts'

type Type = AnyBlock['type']

/** The kinds of block that commands can turn lines into: the keys of `turns` in the traits. */
export type TurnKind = {
  [T in Type]: (typeof TRAITS)[T] extends { readonly turns: infer Kinds } ? keyof Kinds : never
}[Type]

/** The type of a kind, and the fields that distinguish it from other kinds of the type. */
type Target = { readonly type: Type; readonly fields: Readonly<Record<string, unknown>> }

const TARGETS: ReadonlyMap<string, Target> = new Map(
  Object.entries(TRAITS).flatMap(([type, traits]) =>
    Object.entries('turns' in traits ? traits.turns : {}).map(
      ([kind, fields]) => [kind, { type: type as Type, fields: { ...fields } }] as const,
    ),
  ),
)

/** Every kind, in the order of the traits. */
export const TURN_KINDS = [...TARGETS.keys()] as TurnKind[]

/** @returns the type and fields of a kind. */
export function turnTarget(kind: TurnKind): Target {
  const target = TARGETS.get(kind)
  if (target === undefined) throw new Error(`No block is called ${kind}`)
  return target
}

/** @returns the kind of a block, or null if no command turns lines into such a block. */
export function turnKindOf(block: { readonly type: Type; readonly [field: string]: unknown }): TurnKind | null {
  for (const [kind, { type, fields }] of TARGETS) {
    const hasFields = Object.entries(fields).every(([field, value]) => block[field] === value)
    if (type === block.type && hasFields) return kind as TurnKind
  }
  return null
}
