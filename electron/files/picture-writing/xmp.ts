import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom'
import type { PictureDescription } from '#core/contract/assets.ts'
import { childrenOf, NAMESPACES, parseXmp } from '../picture-description/xmp.ts'

const {
  dc: DC,
  photoshop: PHOTOSHOP,
  core: IPTC_CORE,
  extension: IPTC_EXTENSION,
  rdf: RDF,
  xml: XML,
  xmp: XMP,
} = NAMESPACES
const X = 'adobe:ns:meta/'
const XMLNS = 'http://www.w3.org/2000/xmlns/'
const EXIF = 'http://ns.adobe.com/exif/1.0/'
const TIFF = 'http://ns.adobe.com/tiff/1.0/'
export const NOTE = 'http://ns.adobe.com/xmp/note/'

type Property = { namespaceURI: string | null; localName: string | null }

/** Whether a property goes: it is one that is written anew, tells where the picture was taken, or shows what it was. */
function goes({ namespaceURI, localName }: Property, hasDate: boolean): boolean {
  const name = localName ?? ''
  switch (namespaceURI) {
    case DC:
      return name === 'description'
    case PHOTOSHOP:
      return name === 'Credit' || (name === 'DateCreated' && hasDate)
    case IPTC_CORE:
    case IPTC_EXTENSION:
      return name === 'AltTextAccessibility'
    case TIFF:
      return name === 'ImageDescription'
    case EXIF:
      return name.startsWith('GPS')
    case XMP:
      return name === 'Thumbnails'
    case NOTE:
      return name === 'HasExtendedXMP'
    default:
      return false
  }
}

function clear(description: Element, hasDate: boolean): void {
  for (const attribute of Array.from(description.attributes)) {
    if (goes(attribute, hasDate)) description.removeAttributeNode(attribute)
  }
  for (const child of childrenOf(description)) if (goes(child, hasDate)) description.removeChild(child)
  removeIfEmpty(description)
}

/** One that says nothing any more goes. */
export function removeIfEmpty(description: Element): void {
  const says = Array.from(description.attributes).some(
    ({ namespaceURI, localName }) => namespaceURI !== XMLNS && !(namespaceURI === RDF && localName === 'about'),
  )
  if (!says && childrenOf(description).length === 0) description.parentNode?.removeChild(description)
}

/** The tree of a packet, and its `rdf:RDF`. */
export type XmpTree = { document: Document; rdf: Element }

/** @returns the tree of the old packet, or of an empty one. */
export function treeOf(packet: Buffer): XmpTree {
  const root = parseXmp(packet)
  const rdf =
    root === null || root.localName === 'RDF' ? root : childrenOf(root).find(({ localName }) => localName === 'RDF')
  if (root?.ownerDocument && rdf) return { document: root.ownerDocument, rdf }
  const document = new DOMImplementation().createDocument(X, 'x:xmpmeta')
  const made = document.createElementNS(RDF, 'rdf:RDF')
  document.documentElement?.appendChild(made)
  return { document, rdf: made }
}

function add({ document, rdf }: XmpTree, { caption, credit, alt, date }: PictureDescription): Element {
  const description = document.createElementNS(RDF, 'rdf:Description')
  description.setAttributeNS(RDF, 'rdf:about', '')
  const simple = (namespace: string, name: string, value: string): void => {
    if (value === '') return
    const element = document.createElementNS(namespace, name)
    element.appendChild(document.createTextNode(value))
    description.appendChild(element)
  }
  const inLanguage = (namespace: string, name: string, value: string): void => {
    if (value === '') return
    const element = document.createElementNS(namespace, name)
    const alternatives = document.createElementNS(RDF, 'rdf:Alt')
    const item = document.createElementNS(RDF, 'rdf:li')
    item.setAttributeNS(XML, 'xml:lang', 'x-default')
    item.appendChild(document.createTextNode(value))
    alternatives.appendChild(item)
    element.appendChild(alternatives)
    description.appendChild(element)
  }
  inLanguage(DC, 'dc:description', caption)
  simple(PHOTOSHOP, 'photoshop:Credit', credit)
  simple(PHOTOSHOP, 'photoshop:DateCreated', date)
  inLanguage(IPTC_CORE, 'Iptc4xmpCore:AltTextAccessibility', alt)
  if (childrenOf(description).length > 0) rdf.appendChild(description)
  return description
}

/** @returns a tree as XML. */
export function xmlOf({ document }: XmpTree): string {
  const root = document.documentElement
  return root === null ? '' : new XMLSerializer().serializeToString(root)
}

/** @returns a tree as a packet, which programs find by its marks. */
export function packetOf(tree: XmpTree): Buffer {
  return Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>${xmlOf(tree)}<?xpacket end="w"?>`)
}

/**
 * @param extended what others put beside the packet; empty for none
 * @returns the tree of the packet with a description in it, and the element of the description, which is in the tree
 *   where it says something.
 */
export function describedTree(
  packet: Buffer,
  description: PictureDescription,
  extended: Buffer,
): { tree: XmpTree; own: Element } {
  const tree = treeOf(packet)
  for (const each of extended.length === 0 ? [] : childrenOf(treeOf(extended).rdf)) {
    tree.rdf.appendChild(tree.document.importNode(each, true))
  }
  for (const each of childrenOf(tree.rdf)) clear(each, description.date !== '')
  return { tree, own: add(tree, description) }
}

/**
 * Writes a description into an XMP packet (ISO 16684-1). An empty date leaves the picture's own; what else is empty
 * takes away what stood there. Where the picture was taken goes.
 * @param packet as it is in the picture; one that cannot be read is replaced
 */
export function writeXmp(packet: Buffer, description: PictureDescription): Buffer {
  return packetOf(describedTree(packet, description, Buffer.alloc(0)).tree)
}
