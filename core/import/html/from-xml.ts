import type { Element, Node } from '@xmldom/xmldom'
import type { HtmlElement, HtmlNode } from './tree.ts'

function toNode(node: Node): HtmlNode[] {
  if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) {
    return [{ type: 'text', text: node.nodeValue ?? '' }]
  }
  return node.nodeType === node.ELEMENT_NODE ? [htmlOfXml(node as Element)] : []
}

/** @returns an element of XHTML, or of a similar format, as HTML. `xmlRoot` has bounded its depth. */
export function htmlOfXml(element: Element): HtmlElement {
  const attributes: Record<string, string> = {}
  for (const attribute of Array.from(element.attributes))
    attributes[attribute.localName ?? attribute.name] = attribute.value
  const children: HtmlNode[] = []
  for (let node = element.firstChild; node !== null; node = node.nextSibling) children.push(...toNode(node))
  return { type: 'element', name: (element.localName ?? '').toLowerCase(), attributes, children }
}
