import type { Element } from '@xmldom/xmldom'
import type { PictureMetadata } from '../fields/metadata-fields.ts'
import { describe } from './description.ts'
import { divideXmp, type DividedXmp } from './divide-xmp.ts'
import { NAMESPACES } from './namespaces.ts'
import { parseXmp } from './parse-xmp.ts'
import { childrenOf, createDescription, emptyTree, type XmpTree } from './xmp-tree.ts'

type Property = { namespaceURI: string | null; localName: string | null }

/** Whether a property is removed: it is written anew, is a GPS position, a thumbnail, or would contradict ours. */
function isRemoved({ namespaceURI, localName }: Property, hasDate: boolean): boolean {
  const name = localName ?? ''
  switch (namespaceURI) {
    case NAMESPACES.dc:
      return name === 'description'
    case NAMESPACES.photoshop:
      return name === 'Credit' || (name === 'DateCreated' && hasDate)
    case NAMESPACES.iptcCore:
    case NAMESPACES.iptcExtension:
      return name === 'AltTextAccessibility'
    case NAMESPACES.tiff:
      return name === 'ImageDescription'
    case NAMESPACES.exif:
      return name.startsWith('GPS')
    case NAMESPACES.xmp:
      return name === 'Thumbnails'
    case NAMESPACES.xmpNote:
      return name === 'HasExtendedXMP'
    default:
      return false
  }
}

/** @returns the description with our properties, in the tree unless it is empty. */
function addDescription(tree: XmpTree, { caption, credit, alt, date }: PictureMetadata): Element {
  const { document, rdf } = tree
  const { dc, photoshop, iptcCore } = NAMESPACES
  const description = createDescription(tree)
  const addText = (namespace: string, name: string, value: string): void => {
    if (value === '') return
    const property = document.createElementNS(namespace, name)
    property.appendChild(document.createTextNode(value))
    description.appendChild(property)
  }
  const addLanguageAlternative = (namespace: string, name: string, value: string): void => {
    if (value === '') return
    const property = document.createElementNS(namespace, name)
    const alternatives = document.createElementNS(NAMESPACES.rdf, 'rdf:Alt')
    const item = document.createElementNS(NAMESPACES.rdf, 'rdf:li')
    item.setAttributeNS(NAMESPACES.xml, 'xml:lang', 'x-default')
    item.appendChild(document.createTextNode(value))
    alternatives.appendChild(item)
    property.appendChild(alternatives)
    description.appendChild(property)
  }
  addLanguageAlternative(dc, 'dc:description', caption)
  addText(photoshop, 'photoshop:Credit', credit)
  addText(photoshop, 'photoshop:DateCreated', date)
  addLanguageAlternative(iptcCore, 'Iptc4xmpCore:AltTextAccessibility', alt)
  if (childrenOf(description).length > 0) rdf.appendChild(description)
  return description
}

/** Adds the descriptions of an extended packet, and the namespaces around them, which need not be written for each then. */
function addExtended(tree: XmpTree, extended: XmpTree | null): void {
  for (const outer of extended === null ? [] : [extended.rdf, extended.document.documentElement]) {
    for (const { namespaceURI, name, value } of Array.from(outer?.attributes ?? [])) {
      if (namespaceURI !== NAMESPACES.xmlns || tree.rdf.lookupNamespaceURI(name.replace('xmlns:', '')) !== null)
        continue
      tree.rdf.setAttributeNS(NAMESPACES.xmlns, name, value)
    }
  }
  for (const each of extended === null ? [] : childrenOf(extended.rdf)) {
    tree.rdf.appendChild(tree.document.importNode(each, true))
  }
}

function write(tree: XmpTree, metadata: PictureMetadata, limit: number): DividedXmp {
  const hasDate = metadata.date !== ''
  const others = childrenOf(tree.rdf).map((each) => describe(each, (property) => isRemoved(property, hasDate)))
  return divideXmp(tree, addDescription(tree, metadata), others, limit)
}

/**
 * Writes metadata into an XMP packet (ISO 16684-1). The properties of others are kept, but for GPS positions and
 * thumbnails.
 * @param packet the picture's own; one that cannot be parsed, or leaves no room for ours, is replaced
 * @param extended the picture's extended packet, joined; empty for none
 * @param metadata an empty date keeps the picture's own; any other empty field clears the picture's
 * @param limit the most bytes of the new packet
 */
export function writeXmp(packet: Buffer, extended: Buffer, metadata: PictureMetadata, limit: number): DividedXmp {
  const tree = parseXmp(packet) ?? emptyTree()
  addExtended(tree, parseXmp(extended))
  const divided = write(tree, metadata, limit)
  // What stands around the descriptions cannot be moved out of a packet. Only one that was made for that is so long.
  return divided.packet.length > limit ? write(emptyTree(), metadata, limit) : divided
}
