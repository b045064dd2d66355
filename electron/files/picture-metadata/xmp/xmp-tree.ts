import { DOMImplementation, XMLSerializer, type Document, type Element, type Node } from '@xmldom/xmldom'
import { NAMESPACES } from './namespaces.ts'

/**
 * The document of an XMP packet, and its `rdf:RDF`, whose children are the descriptions. Nodes are not removed from it, but
 * left out when it is written: xmldom numbers all siblings anew whenever one is removed, which is quadratic for a packet
 * of many properties.
 */
export type XmpTree = { document: Document; rdf: Element }

/** Nodes that are not written, with all that is in them. */
export type LeftOut = ReadonlySet<Node>

/** @returns the child nodes. */
export function nodesOf(parent: Element): Node[] {
  const nodes: Node[] = []
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) nodes.push(node)
  return nodes
}

/** @returns whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE
}

/** @returns the child elements. */
export function childrenOf(parent: Element): Element[] {
  return nodesOf(parent).filter(isElement)
}

/** @returns a tree without properties. */
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

/** @returns the tree as XML, without the marks of a packet. */
export function xmlOf({ document }: XmpTree, leftOut: LeftOut): string {
  const root = document.documentElement
  if (root === null) return ''
  return new XMLSerializer().serializeToString(root, (node) => (leftOut.has(node) ? null : node))
}

/** @returns the tree as a packet: between the marks by which programs find it in a file. */
export function packetOf(tree: XmpTree, leftOut: LeftOut): Buffer {
  const xml = xmlOf(tree, leftOut)
  return Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>${xml}<?xpacket end="w"?>`)
}
