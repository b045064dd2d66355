import { createHash } from 'node:crypto'
import type { Element, Node } from '@xmldom/xmldom'
import { movable, type Description } from './description.ts'
import { NAMESPACES } from './namespaces.ts'
import { MAX_XMP } from './parse-xmp.ts'
import { nodesOf, packetOf, xmlOf, type XmpTree } from './xmp-tree.ts'

/** A packet within a limit, and the extended packet with what did not fit; the latter is empty if all fitted. */
export type DividedXmp = { packet: Buffer; extended: Buffer; digest: string }

/** Room for the digest of the extended packet. */
const POINTER_LENGTH = 200

/** @returns what a packet leaves out of the descriptions: all that is removed or not `kept`, and those left empty. */
function leftOutOf(
  tree: XmpTree,
  own: Element,
  descriptions: readonly Description[],
  isKept: (node: Element) => boolean,
): Set<Node> {
  const leftOut = new Set<Node>(nodesOf(tree.rdf))
  leftOut.delete(own)
  for (const { element, attributes, properties, removed } of descriptions) {
    for (const node of removed) leftOut.add(node)
    for (const node of properties) if (!isKept(node)) leftOut.add(node)
    const hasAttributes = attributes.length > 0 && isKept(element)
    if (!hasAttributes) for (const node of attributes) leftOut.add(node)
    if (hasAttributes || properties.some(isKept)) leftOut.delete(element)
  }
  return leftOut
}

/** @returns the least number from 0 to `most` for which a test holds that holds for all above it; `most` if for none. */
function least(most: number, holds: (count: number) => boolean): number {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Encodes a tree as a packet of at most `limit` bytes (XMP part 3, 1.1.3.1). Properties of others that do not fit go into
 * an extended packet, so that none is lost; of more than a megabyte the
 * largest are.
 * @param own the description that stays in the packet; it gets the digest of the extended one
 * @param descriptions those of others
 */
export function divideXmp(
  tree: XmpTree,
  own: Element,
  descriptions: readonly Description[],
  limit: number,
): DividedXmp {
  const whole = packetOf(
    tree,
    leftOutOf(tree, own, descriptions, () => true),
  )
  if (whole.length <= limit) return { packet: whole, extended: Buffer.alloc(0), digest: '' }
  const order = movable(descriptions)
  const withoutFirst = (count: number): Set<Node> => {
    const moved = new Set(order.slice(0, count))
    return leftOutOf(tree, own, descriptions, (node) => !moved.has(node))
  }
  const count = least(order.length, (each) => packetOf(tree, withoutFirst(each)).length <= limit - POINTER_LENGTH)
  const extendedFrom = (first: number): Buffer => {
    const moved = new Set(order.slice(first, count))
    return Buffer.from(xmlOf(tree, leftOutOf(tree, own, descriptions, (node) => moved.has(node)).add(own)))
  }
  const extended = extendedFrom(least(count, (first) => extendedFrom(first).length <= MAX_XMP))
  const digest = createHash('md5').update(extended).digest('hex').toUpperCase()
  own.setAttributeNS(NAMESPACES.xmpNote, 'xmpNote:HasExtendedXMP', digest)
  if (own.parentNode === null) tree.rdf.appendChild(own)
  return { packet: packetOf(tree, withoutFirst(count)), extended, digest }
}
