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

/** @returns whether this version knows blocks of this type. */
export function isBlockType(type: unknown): type is Type {
  return typeof type === 'string' && Object.hasOwn(TRAITS, type)
}

/** @returns whether blocks of this type hold text and inline elements. */
export function isTextType(type: unknown): type is TextBlock['type'] {
  return isBlockType(type) && TRAITS[type].holds === 'text'
}

/** @returns whether blocks of this type hold other blocks. */
export function isContainerType(type: unknown): type is ContainerBlock['type'] {
  return isBlockType(type) && TRAITS[type].holds === 'blocks'
}

/** @returns whether blocks of this type hold nothing that can be written in. */
export function isVoidType(type: unknown): type is VoidBlock['type'] {
  return isBlockType(type) && TRAITS[type].holds === 'nothing'
}

/** @returns whether blocks of this type belong to the head. */
export function isHeadType(type: unknown): type is HeadType {
  return isBlockType(type) && TRAITS[type].place === 'head'
}

/** @returns whether blocks of this type only live inside another. */
export function isNestedType(type: unknown): boolean {
  return isBlockType(type) && TRAITS[type].place === 'nested'
}

const HEAD_RANKS: ReadonlyMap<string, number> = new Map(HEAD_TYPES.map((type, rank) => [type, rank]))

/** @returns the place of a type in the head, from 0 for the kicker; -1 for anything that is not of the head. */
export function headRank(type: string): number {
  return HEAD_RANKS.get(type) ?? -1
}

/** @returns what a container of this type holds, and in which order. */
export function shapeOf(type: ContainerBlock['type']): Shape {
  return traitsOf(type).shape
}

/** @returns whether a line of this type belongs to its block's shape: deleting over it empties it, and it stays. */
export function isFixedType(type: string): boolean {
  return isTextType(type) && TRAITS[type].line === 'fixed'
}

/** @returns whether commands move, copy and delete blocks of this type among their like. */
export function isArrangedType(type: string): boolean {
  return isBlockType(type) && 'arranged' in TRAITS[type]
}

/** @returns the names of the fields that only blocks of this type carry. */
export function ownFields(type: Type): string[] {
  return Object.keys(TRAITS[type].fields)
}

const ALL_OWN_FIELDS: ReadonlySet<string> = new Set(Object.values(TRAITS).flatMap(({ fields }) => Object.keys(fields)))

/** @returns those of a block's fields that a block of `type` may not carry. */
export function foreignFields(fields: readonly string[], type: Type): string[] {
  const own = ownFields(type)
  return fields.filter((field) => ALL_OWN_FIELDS.has(field) && !own.includes(field))
}

/** @returns the fields that a new block of a type carries, as it begins. */
export function firstFields(type: Type): Record<string, unknown> {
  const rules: Readonly<Record<string, (value: unknown) => unknown>> = TRAITS[type].fields
  const fields = Object.entries(rules).map(([name, rule]) => [name, rule(undefined)] as const)
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}
