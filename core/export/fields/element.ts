import { x, type Xml, type XmlAttributes } from '../xml.ts'
import { encode } from './encode.ts'
import type { Fields, Given } from './sorts.ts'

/** Writes an element whose text is a field of a target. */
export type FieldElement<T extends Fields> = <F extends keyof T & string>(
  name: F,
  value: Given[T[F]],
  attributes?: XmlAttributes,
) => Xml

/**
 * @param fields the sort of each element that holds a text
 * @returns the writer of those elements, which encodes each by its sort
 */
export function elementsOf<const T extends Fields>(fields: T): FieldElement<T> {
  return (name, value, attributes = {}) => {
    const text = encode(fields[name] as T[typeof name], value)
    return text === '' ? x(name, attributes) : x(name, attributes, text)
  }
}
