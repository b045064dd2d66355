import {
  HEAD_TYPES,
  type AnyBlock,
  type ContainerBlock,
  type HeadType,
  type TextBlock,
  type VoidBlock,
} from './block.ts'
import type { Shape } from './trait-types.ts'
import { TRAITS, traitsOf } from './traits.ts'

type Type = AnyBlock['type']

/** @returns whether `TRAITS` has a row for a type. False for types of a later version. */
export function isBlockType(type: unknown): type is Type {
  return typeof type === 'string' && Object.hasOwn(TRAITS, type)
}

/** @returns whether blocks of a type are lines: their children are text and inline elements. */
export function isTextType(type: unknown): type is TextBlock['type'] {
  return isBlockType(type) && TRAITS[type].holds === 'text'
}

/** @returns whether blocks of a type hold other blocks. */
export function isContainerType(type: unknown): type is ContainerBlock['type'] {
  return isBlockType(type) && TRAITS[type].holds === 'blocks'
}

/** @returns whether blocks of a type are void: the caret cannot enter them. */
export function isVoidType(type: unknown): type is VoidBlock['type'] {
  return isBlockType(type) && TRAITS[type].holds === 'nothing'
}

/** @returns whether blocks of a type stand in the head. */
export function isHeadType(type: unknown): type is HeadType {
  return isBlockType(type) && TRAITS[type].place === 'head'
}

/** @returns whether blocks of a type stand only inside a container. */
export function isNestedType(type: unknown): boolean {
  return isBlockType(type) && TRAITS[type].place === 'nested'
}

const HEAD_RANKS: ReadonlyMap<string, number> = new Map(HEAD_TYPES.map((type, rank) => [type, rank]))

/** @returns the position of a type in the head, 0 for the kicker; -1 for a type that does not stand in the head. */
export function headRank(type: string): number {
  return HEAD_RANKS.get(type) ?? -1
}

/** @returns which children a container type has, and in which order. */
export function shapeOf(type: ContainerBlock['type']): Shape {
  return traitsOf(type).shape
}

/** @returns whether a type is a fixed line: a deletion empties it but never removes it. */
export function isFixedType(type: string): boolean {
  return isTextType(type) && TRAITS[type].line === 'fixed'
}

/** @returns whether commands move, duplicate and delete blocks of a type among their siblings. */
export function isArrangedType(type: string): boolean {
  return isBlockType(type) && 'arranged' in TRAITS[type]
}

/** @returns the names of the fields that a type has beyond those of every block. */
export function ownFields(type: Type): string[] {
  return Object.keys(TRAITS[type].fields)
}

const ALL_OWN_FIELDS: ReadonlySet<string> = new Set(Object.values(TRAITS).flatMap(({ fields }) => Object.keys(fields)))

/**
 * @returns those of `fields` that belong to other types and not to `type`. Fields of no known type are not returned:
 *   they are kept.
 */
export function foreignFields(fields: readonly string[], type: Type): string[] {
  const own = ownFields(type)
  return fields.filter((field) => ALL_OWN_FIELDS.has(field) && !own.includes(field))
}

/** @returns the fields of a new block of a type, with their default values. */
export function defaultFields(type: Type): Record<string, unknown> {
  const rules: Readonly<Record<string, (value: unknown) => unknown>> = TRAITS[type].fields
  const fields = Object.entries(rules).map(([name, rule]) => [name, rule(undefined)] as const)
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}
