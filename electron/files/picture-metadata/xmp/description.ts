import type { Attr, Element, Node } from '@xmldom/xmldom'
import { NAMESPACES } from './namespaces.ts'
import { isElement, nodesOf } from './xmp-tree.ts'

/** An `rdf:Description` of others, and what of it is written. */
export type Description = {
  element: Element
  /** Properties written as attributes. They stay with their description. */
  attributes: Attr[]
  /** Properties written as elements. */
  properties: Element[]
  /** What is in it and is not written. */
  removed: Node[]
}

/** Whether an attribute declares a namespace or says what is described, and so is no property. */
function isFrame({ namespaceURI, localName }: Attr): boolean {
  return namespaceURI === NAMESPACES.xmlns || (namespaceURI === NAMESPACES.rdf && localName === 'about')
}

/** @returns a description, without the properties that are removed and the white space between them. */
export function describe(element: Element, isRemoved: (property: Attr | Element) => boolean): Description {
  const attributes: Attr[] = []
  const properties: Element[] = []
  const removed: Node[] = []
  for (const attribute of Array.from(element.attributes)) {
    if (isRemoved(attribute)) removed.push(attribute)
    else if (!isFrame(attribute)) attributes.push(attribute)
  }
  for (const node of nodesOf(element)) {
    if (isElement(node) && !isRemoved(node)) properties.push(node)
    else removed.push(node)
  }
  return { element, attributes, properties, removed }
}

const attributeText = ({ name, value }: Attr): string => ` ${name}="${value}"`

/** @returns what an element says, without the namespaces: equal for what is written equally, wherever it stands. */
function textOf(node: Node): string {
  if (!isElement(node)) return node.nodeValue ?? ''
  const attributes = Array.from(node.attributes).filter(({ namespaceURI }) => namespaceURI !== NAMESPACES.xmlns)
  return `<${node.tagName}${attributes.map(attributeText).join('')}>${nodesOf(node).map(textOf).join('')}</${node.tagName}>`
}

type Movable = { node: Element; text: string }

/** The largest first. Equal sizes are ordered too, so that dividing a second time gives the same. */
function bySize(a: Movable, b: Movable): number {
  return b.text.length - a.text.length || (a.text < b.text ? -1 : Number(a.text > b.text))
}

/** @returns what may be moved out, in the order in which it is: properties, then descriptions with their attributes. */
export function movable(descriptions: readonly Description[]): Element[] {
  const properties = descriptions.flatMap((each) => each.properties).map((node) => ({ node, text: textOf(node) }))
  const attributes = descriptions.map((each) => ({
    node: each.element,
    text: each.attributes.map(attributeText).join(''),
  }))
  return [...properties.toSorted(bySize), ...attributes.toSorted(bySize)].map(({ node }) => node)
}
