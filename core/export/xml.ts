/** One element of an XML document. Text stands as it is read; escaping is the writer's. */
export type Xml = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlChild[]
}
export type XmlChild = Xml | string

type Given = string | number | null | undefined

/** @returns an element without the attributes that are not given. */
export function x(name: string, attributes: Readonly<Record<string, Given>> = {}, ...children: XmlChild[]): Xml {
  const given = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === null || value === undefined ? [] : [[key, String(value)]],
  )
  return { name, attributes: Object.fromEntries(given), children }
}

/** @returns the element with each child on a line of its own: for elements that hold elements alone. */
export function lines(name: string, attributes: Readonly<Record<string, Given>>, children: readonly Xml[]): Xml {
  return x(
    name,
    attributes,
    ...children.flatMap((child): XmlChild[] => ['\n', child]),
    ...(children.length === 0 ? [] : ['\n']),
  )
}

/** XML 1.0, 2.2: no document may have these in it, not even as references; nor does any text need the rest of \p{Cc}. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

/** @returns the text without what no XML document can hold. A lone return would come back as a newline. */
export function xmlText(text: string): string {
  return text.replaceAll(/\r\n|[\r\u0085]/gu, '\n').replaceAll(FORBIDDEN, '')
}

function escapeText(text: string): string {
  const escaped = xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  // Readers of XML 1.1 take the separator of lines for a newline, unless it is a reference.
  return escaped.replaceAll('\u2028', '&#8232;')
}

/** A newline or a tab in an attribute would come back as a space. */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

function write(node: XmlChild): string {
  if (typeof node === 'string') return escapeText(node)
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
  const open = `<${node.name}${attributes.join('')}`
  return node.children.length === 0 ? `${open}/>` : `${open}>${node.children.map(write).join('')}</${node.name}>`
}

/** @returns the whole document, in UTF-8, ending in a newline. Well-formed whatever the texts hold. */
export function xmlDocument(root: Xml, ...before: readonly string[]): string {
  return `${['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', ...before, write(root)].join('\n')}\n`
}
