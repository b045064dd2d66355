import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom'
import { NAMESPACES } from './namespaces.ts'

/** The document of an XMP packet, and its `rdf:RDF`, whose children are the descriptions. */
export type XmpTree = { document: Document; rdf: Element }

/** @returns the child elements. */
export function childrenOf(parent: Element): Element[] {
  const children: Element[] = []
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) children.push(node as Element)
  }
  return children
}

export function emptyTree(): XmpTree {
  const document = new DOMImplementation().createDocument(NAMESPACES.x, 'x:xmpmeta')
  const rdf = document.createElementNS(NAMESPACES.rdf, 'rdf:RDF')
  document.documentElement?.appendChild(rdf)
  return { document, rdf }
}

/** @returns a new `rdf:Description`, which is not in the tree yet. */
export function createDescription({ document }: XmpTree): Element {
  const description = document.createElementNS(NAMESPACES.rdf, 'rdf:Description')
  description.setAttributeNS(NAMESPACES.rdf, 'rdf:about', '')
  return description
}

/** Removes a description without properties. */
export function removeIfEmpty(description: Element): void {
  const hasProperties = Array.from(description.attributes).some(
    ({ namespaceURI, localName }) =>
      namespaceURI !== NAMESPACES.xmlns && !(namespaceURI === NAMESPACES.rdf && localName === 'about'),
  )
  if (!hasProperties && childrenOf(description).length === 0) description.parentNode?.removeChild(description)
}

/** @returns the tree as XML, without the marks of a packet. */
export function xmlOf({ document }: XmpTree): string {
  const root = document.documentElement
  return root === null ? '' : new XMLSerializer().serializeToString(root)
}

/** @returns the tree as a packet: between the marks by which programs find it in a file. */
export function packetOf(tree: XmpTree): Buffer {
  return Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>${xmlOf(tree)}<?xpacket end="w"?>`)
}
