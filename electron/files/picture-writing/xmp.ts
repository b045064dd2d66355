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
const NOTE = 'http://ns.adobe.com/xmp/note/'

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
  const says = Array.from(description.attributes).some(
    ({ namespaceURI, localName }) => namespaceURI !== XMLNS && !(namespaceURI === RDF && localName === 'about'),
  )
  if (!says && childrenOf(description).length === 0) description.parentNode?.removeChild(description)
}

/** @returns the tree of the old packet, or of an empty one; its `rdf:RDF` beside it. */
function treeOf(packet: Buffer): { document: Document; rdf: Element } {
  const root = parseXmp(packet)
  const rdf =
    root === null || root.localName === 'RDF' ? root : childrenOf(root).find(({ localName }) => localName === 'RDF')
  if (root?.ownerDocument && rdf) return { document: root.ownerDocument, rdf }
  const document = new DOMImplementation().createDocument(X, 'x:xmpmeta')
  const made = document.createElementNS(RDF, 'rdf:RDF')
  document.documentElement?.appendChild(made)
  return { document, rdf: made }
}

function add(document: Document, rdf: Element, { caption, credit, alt, date }: PictureDescription): void {
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
}

/**
 * Writes a description into an XMP packet (ISO 16684-1). An empty date leaves the picture's own; what else is empty
 * takes away what stood there. Where the picture was taken goes.
 * @param packet as it is in the picture; one that cannot be read is replaced
 */
export function writeXmp(packet: Buffer, description: PictureDescription): Buffer {
  const { document, rdf } = treeOf(packet)
  for (const each of childrenOf(rdf)) clear(each, description.date !== '')
  add(document, rdf, description)
  const root = document.documentElement
  const xml = root === null ? '' : new XMLSerializer().serializeToString(root)
  return Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>${xml}<?xpacket end="w"?>`)
}
