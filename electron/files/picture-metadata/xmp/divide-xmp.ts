import { createHash } from 'node:crypto'
import { XMLSerializer, type Element } from '@xmldom/xmldom'
import { NAMESPACES } from './namespaces.ts'
import { childrenOf, createDescription, emptyTree, packetOf, removeIfEmpty, xmlOf, type XmpTree } from './xmp-tree.ts'

/** A packet within a limit, and the extended packet with what did not fit; the latter is empty if all fitted. */
export type DividedXmp = { packet: Buffer; extended: Buffer; digest: string }

/** Room for the digest of the extended packet. */
const POINTER_LENGTH = 200

type Sized = { element: Element; xml: string; size: number }

function sized(element: Element): Sized {
  const xml = new XMLSerializer().serializeToString(element)
  return { element, xml, size: Buffer.byteLength(xml) }
}

/** The largest first. Equal sizes are ordered too, so that dividing a second time gives the same. */
function bySize(a: Sized, b: Sized): number {
  return b.size - a.size || (a.xml < b.xml ? -1 : 1)
}

/** @returns what may be moved out: the properties of others, then their descriptions, whose attributes are properties. */
function movable({ rdf }: XmpTree, own: Element): Sized[] {
  const descriptions = childrenOf(rdf).filter((each) => each !== own)
  const properties = descriptions.flatMap(childrenOf)
  return [...properties.map(sized).toSorted(bySize), ...descriptions.map(sized).toSorted(bySize)]
}

/** Moves properties of others out of a tree until its packet fits. @returns a tree with what was moved. */
function moveOut(tree: XmpTree, own: Element, limit: number): XmpTree {
  const moved = emptyTree()
  const gathered = createDescription(moved)
  moved.rdf.appendChild(gathered)
  let length = packetOf(tree).length
  for (const { element, size } of movable(tree, own)) {
    // `size` counts namespace declarations that the packet has elsewhere, so `length` may be too small: measure again.
    if (length <= limit) length = packetOf(tree).length
    if (length <= limit) break
    const isDescription = element.parentNode === tree.rdf
    const target = isDescription ? moved.rdf : gathered
    target.appendChild(moved.document.importNode(element, true))
    element.parentNode?.removeChild(element)
    length -= size
  }
  for (const each of childrenOf(tree.rdf)) if (each !== own) removeIfEmpty(each)
  return moved
}

/**
 * Encodes a tree as a packet of at most `limit` bytes (XMP part 3, 1.1.3.1). Properties of others that do not fit go into
 * an extended packet, so that none is lost.
 * @param own the description that stays in the packet; it gets the digest of the extended one
 */
export function divideXmp(tree: XmpTree, own: Element, limit: number): DividedXmp {
  const whole = packetOf(tree)
  if (whole.length <= limit) return { packet: whole, extended: Buffer.alloc(0), digest: '' }
  const extended = Buffer.from(xmlOf(moveOut(tree, own, limit - POINTER_LENGTH)))
  const digest = createHash('md5').update(extended).digest('hex').toUpperCase()
  own.setAttributeNS(NAMESPACES.xmpNote, 'xmpNote:HasExtendedXMP', digest)
  tree.rdf.appendChild(own)
  return { packet: packetOf(tree), extended, digest }
}
