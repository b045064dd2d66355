import type { Address, Encoded, LanguageTag, PlainText, Sort } from './fields/sorts.ts'

/** An element of an XML document. Its texts are unescaped; the writer escapes them. */
export type Xml = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlChild[]
}
/** An element, or a text in the encoding of a field. */
export type XmlChild = Xml | Encoded<Sort>

type Given = string | number | null | undefined

/** Attributes by name. Those that hold addresses or words take them in their encoding only. */
export interface XmlAttributes {
  readonly [name: string]: Given
  readonly href?: Address | null
  readonly src?: Address | null
  readonly url?: Address | null
  readonly Target?: Address | null
  readonly DestinationURL?: Address | null
  readonly LinkResourceURI?: Address | null
  readonly descr?: PlainText
  readonly CustomAltText?: PlainText
  readonly StoryTitle?: Encoded<'name'>
  readonly lang?: LanguageTag
  readonly 'xml:lang'?: LanguageTag | 'x-default'
}

/**
 * @param children elements, texts and lists of them. A list is not spread: a call with too many arguments is an error.
 * @returns an element. Attributes that are null or undefined are left out.
 */
export function x(
  name: string,
  attributes: XmlAttributes = {},
  ...children: readonly (XmlChild | readonly XmlChild[])[]
): Xml {
  const given = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    value === null || value === undefined ? [] : [[key, String(value)]],
  )
  return { name, attributes: Object.fromEntries(given), children: children.flat() }
}

const LINE_END = '\n' as Encoded<'code'>

/** @returns an element with each child on its own line, for elements that hold no text. */
export function lines(name: string, attributes: XmlAttributes, children: readonly Xml[]): Xml {
  return x(
    name,
    attributes,
    children.flatMap((child): XmlChild[] => [LINE_END, child]),
    children.length === 0 ? [] : [LINE_END],
  )
}

/** Characters that XML 1.0 forbids even as references (2.2), and the rest of \p{Cc}, which no text needs. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

/** @returns the text without characters that XML forbids. Other ends of lines become newlines, so that words stay apart. */
export function xmlText(text: string): string {
  return text.replaceAll(/\r\n|[\r\v\f\u0085]/gu, '\n').replaceAll(FORBIDDEN, '')
}

function escapeText(text: string): string {
  const escaped = xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  // XML 1.1 readers turn a line separator into a newline, unless it is a reference.
  return escaped.replaceAll('\u2028', '&#8232;')
}

/** Readers turn a newline or tab in an attribute into a space, unless it is a reference. */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

function write(node: XmlChild): string {
  if (typeof node === 'string') return escapeText(node)
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
  const open = `<${node.name}${attributes.join('')}`
  return node.children.length === 0 ? `${open}/>` : `${open}>${node.children.map(write).join('')}</${node.name}>`
}

/** @returns an element as it stands inside another document. */
export function xmlElement(element: Xml): string {
  return write(element)
}

/** @returns the whole document, in UTF-8, ending in a newline. Well-formed whatever the texts hold. */
export function xmlDocument(root: Xml, ...before: readonly string[]): string {
  return `${['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', ...before, write(root)].join('\n')}\n`
}
