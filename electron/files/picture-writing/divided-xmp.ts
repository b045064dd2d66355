import { createHash } from 'node:crypto'
import { XMLSerializer, type Element } from '@xmldom/xmldom'
import type { PictureDescription } from '#core/contract/assets.ts'
import { MAX_XMP } from '../picture-description/metadata-blocks.ts'
import { childrenOf, NAMESPACES } from '../picture-description/xmp.ts'
import { describedTree, NOTE, packetOf, removeIfEmpty, treeOf, xmlOf, type XmpTree } from './xmp.ts'

/** A packet that fits where it is to stand, and what did not fit; empty where all did. */
export type DividedXmp = { packet: Buffer; extended: Buffer; digest: string }

/** What stands in front of a part of the extended packet: its digest, its whole length, and where the part begins. */
const HEAD_LENGTH = 40

/** Room for the digest that the packet gets when a part of it stands elsewhere. */
const POINTER_LENGTH = 200

/** @returns what another program could not put into the packet itself; empty where there is none, or it is damaged. */
export function readExtendedXmp(packet: Buffer, parts: readonly Buffer[]): Buffer {
  const digest = /HasExtendedXMP(?:\s*=\s*["']|[^<>]*>\s*)([0-9A-Fa-f]{32})/u.exec(packet.toString('latin1'))?.[1]
  const own = parts
    .filter((part) => part.length > HEAD_LENGTH && part.toString('latin1', 0, 32) === digest)
    .map((part) => ({
      length: part.readUInt32BE(32),
      offset: part.readUInt32BE(36),
      bytes: part.subarray(HEAD_LENGTH),
    }))
    .toSorted((a, b) => a.offset - b.offset)
  const length = own[0]?.length ?? 0
  const whole = length > MAX_XMP ? Buffer.alloc(0) : Buffer.concat(own.map(({ bytes }) => bytes))
  return whole.length === length ? whole : Buffer.alloc(0)
}

/** @returns the extended packet in parts of at most so many bytes, each with its head. */
export function extendedParts({ extended, digest }: DividedXmp, limit: number): Buffer[] {
  const room = limit - HEAD_LENGTH
  return Array.from({ length: Math.ceil(extended.length / room) }, (_each, index) => {
    const head = Buffer.alloc(HEAD_LENGTH)
    head.write(digest, 'latin1')
    head.writeUInt32BE(extended.length, 32)
    head.writeUInt32BE(index * room, 36)
    return Buffer.concat([head, extended.subarray(index * room, (index + 1) * room)])
  })
}

type Sized = { element: Element; xml: string; size: number }

function sized(element: Element): Sized {
  const xml = new XMLSerializer().serializeToString(element)
  return { element, xml, size: Buffer.byteLength(xml) }
}

/** The largest first, and in one order however they stood: what is divided twice is divided alike. */
function byWeight(a: Sized, b: Sized): number {
  return b.size - a.size || (a.xml < b.xml ? -1 : 1)
}

/** What others wrote, the largest first: their properties, and then whatever stands in attributes. */
function movable({ rdf }: XmpTree, own: Element): Sized[] {
  const descriptions = childrenOf(rdf).filter((each) => each !== own)
  const properties = descriptions.flatMap(childrenOf)
  return [...properties.map(sized).toSorted(byWeight), ...descriptions.map(sized).toSorted(byWeight)]
}

/** Takes what others wrote out of a tree until it is small enough. @returns it as a tree of its own. */
function moveOut(tree: XmpTree, own: Element, limit: number): XmpTree {
  const moved = treeOf(Buffer.alloc(0))
  const gathered = moved.document.createElementNS(NAMESPACES.rdf, 'rdf:Description')
  gathered.setAttributeNS(NAMESPACES.rdf, 'rdf:about', '')
  moved.rdf.appendChild(gathered)
  let left = packetOf(tree).length
  for (const { element, size } of movable(tree, own)) {
    // By itself an element names namespaces that it had from those around it: what it frees is less.
    if (left <= limit) left = packetOf(tree).length
    if (left <= limit) break
    const isDescription = element.parentNode === tree.rdf
    const to = isDescription ? moved.rdf : gathered
    to.appendChild(moved.document.importNode(element, true))
    element.parentNode?.removeChild(element)
    left -= size
  }
  for (const each of childrenOf(tree.rdf)) if (each !== own) removeIfEmpty(each)
  return moved
}

/**
 * Writes a description into an XMP packet, as `writeXmp` does, where no more than `limit` bytes have room (XMP part 3,
 * 1.1.3.1): what others wrote and does not fit goes into an extended packet, and nothing is lost.
 * @param extended what stood in the old picture's extended packet
 */
export function divideXmp(
  packet: Buffer,
  description: PictureDescription,
  limit: number,
  extended: Buffer,
): DividedXmp {
  const { tree, own } = describedTree(packet, description, extended)
  const whole = packetOf(tree)
  if (whole.length <= limit) return { packet: whole, extended: Buffer.alloc(0), digest: '' }
  const moved = Buffer.from(xmlOf(moveOut(tree, own, limit - POINTER_LENGTH)))
  const digest = createHash('md5').update(moved).digest('hex').toUpperCase()
  own.setAttributeNS(NOTE, 'xmpNote:HasExtendedXMP', digest)
  tree.rdf.appendChild(own)
  return { packet: packetOf(tree), extended: moved, digest }
}
