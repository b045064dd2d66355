import { encode } from './encode.ts'
import type { Given, Sort } from './sorts.ts'

declare const OBJECT: unique symbol

/** An object of JSON whose texts are encoded. Only the writers of `objectsOf` make one. */
export type JsonObject = Readonly<Record<string, unknown>> & { readonly [OBJECT]: true }

/** What a property holds: texts of a sort, a number, or other objects. */
type Holding = Exclude<Sort, 'srcset'> | 'number' | 'object'

/** What each property of an object holds. */
export type Properties = Readonly<Record<string, Holding>>

type Value<H extends Holding> = H extends 'object'
  ? JsonObject | readonly JsonObject[]
  : H extends Sort
    ? Given[H] | readonly Given[H][]
    : number

/** What a writer gives for an object, by the table of its properties. */
export type Values<P extends Properties> = { readonly [N in keyof P]?: Value<P[N]> | null | undefined }

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0)

function encoded(holding: Holding, value: unknown): unknown {
  if (holding === 'number' || holding === 'object') return value
  const one = (each: unknown): string => encode(holding, each as Given[typeof holding])
  return Array.isArray(value) ? value.map(one) : one(value)
}

/**
 * @param properties what each property of an object holds
 * @returns the writer of such objects, which encodes each text by its sort and leaves empty properties out
 */
export function objectsOf<const P extends Properties>(properties: P): (values: Values<P>) => JsonObject {
  return (values) => {
    const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
      const holding = properties[name]
      if (value === null || value === undefined || holding === undefined) return []
      const written = encoded(holding, value)
      return isEmpty(written) ? [] : [[name, written]]
    })
    return Object.fromEntries(entries) as JsonObject
  }
}
