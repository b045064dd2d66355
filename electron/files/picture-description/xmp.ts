import { DOMParser, type Element } from '@xmldom/xmldom'
import { MAX_XMP } from './metadata-blocks.ts'
import { joinNames, NO_FIELDS, realDate, type MetadataFields } from './metadata-fields.ts'
import { mend } from './metadata-text.ts'

export const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  core: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  extension: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const

const { dc: DC, photoshop: PHOTOSHOP, core: IPTC_CORE, extension: IPTC_EXTENSION } = NAMESPACES
const { xmp: XMP, rdf: RDF, xml: XML } = NAMESPACES

/** The parser's time grows with the square of the depth; XMP has no use for more. */
const MAX_DEPTH = 64

/** A tag with its attributes. It can match in one way only, so that it fails in the time of one reading. */
const TAG = /<[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>/uy

/**
 * @returns the XML of a packet from its first element to its last, without the padding around it; or null when it is no
 * packet, or has what XMP never needs: declarations, of which entity bombs are made, and what would hide its depth.
 */
function rootOf(packet: Buffer): string | null {
  if (packet.length > MAX_XMP) return null
  const text = packet.toString('utf8')
  const start = text.search(/<[\w.-]+:(?:xmpmeta|xapmeta|RDF)[\s>]/u)
  const end = text.indexOf('>', text.lastIndexOf('</'))
  if (start === -1 || end < start || text.slice(0, start).includes('<!')) return null
  const root = text.slice(start, end + 1)
  return /<[!?]/u.test(root) || !isShallow(root) ? null : root
}

function isShallow(xml: string): boolean {
  let depth = 0
  for (let at = 0; at !== -1; at = xml.indexOf('<', TAG.lastIndex)) {
    TAG.lastIndex = at
    const [tag] = TAG.exec(xml) ?? []
    if (tag === undefined) return false
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth > MAX_DEPTH) return false
  }
  return true
}

/** @throws whatever the parser throws, and an error for what it would only complain of. */
function parse(xml: string): Element | null {
  const onError = (_level: string, message: string): void => {
    throw new Error(message)
  }
  return new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement
}

/** @returns the elements right under an element. */
export function childrenOf(parent: Element): Element[] {
  const children: Element[] = []
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) children.push(node as Element)
  }
  return children
}

/** The values of a property, with their languages. Pictures inside the picture, deeper down, have properties too. */
function valuesOf(descriptions: readonly Element[], namespace: string, name: string): [language: string, string][] {
  for (const description of descriptions) {
    const attribute = description.getAttributeNS(namespace, name)
    if (attribute !== null && attribute.trim() !== '') return [['', mend(attribute)]]
    const property = childrenOf(description).find(
      (child) => child.namespaceURI === namespace && child.localName === name,
    )
    if (property === undefined) continue
    const [array] = childrenOf(property)
    const isArray = array?.namespaceURI === RDF && /^(?:Alt|Seq|Bag)$/u.test(array.localName ?? '')
    const values = (isArray ? childrenOf(array) : [property])
      .map((item): [string, string] => [item.getAttributeNS(XML, 'lang') ?? '', mend(item.textContent ?? '')])
      .filter(([, text]) => text.trim() !== '')
    if (values.length > 0) return values
  }
  return []
}

/** @returns the fields of the descriptions right under `rdf:RDF`. */
function readFields(root: Element): MetadataFields {
  const rdf = root.localName === 'RDF' ? root : childrenOf(root).find(({ localName }) => localName === 'RDF')
  const descriptions = rdf === undefined ? [] : childrenOf(rdf)
  const read = (namespace: string, name: string): string => {
    const values = valuesOf(descriptions, namespace, name)
    const inLanguage = (wanted: RegExp) => values.find(([language]) => wanted.test(language))
    return (inLanguage(/^ar(?:-|$)/iu) ?? inLanguage(/^x-default$/iu) ?? values[0])?.[1] ?? ''
  }
  return {
    caption: read(DC, 'description'),
    headline: read(PHOTOSHOP, 'Headline'),
    alt: read(IPTC_CORE, 'AltTextAccessibility') || read(IPTC_EXTENSION, 'AltTextAccessibility'),
    creator: joinNames(valuesOf(descriptions, DC, 'creator').map(([, name]) => name)),
    credit: read(PHOTOSHOP, 'Credit'),
    source: read(PHOTOSHOP, 'Source'),
    rights: read(DC, 'rights'),
    date: realDate(read(PHOTOSHOP, 'DateCreated')) || realDate(read(XMP, 'CreateDate')),
  }
}

/** @returns the tree of an XMP packet, or null for one that is damaged, or made for harm. Never throws. */
export function parseXmp(packet: Buffer): Element | null {
  try {
    const xml = rootOf(packet)
    return xml === null ? null : parse(xml)
  } catch {
    // The parser gave up: a picture with broken words about itself is a picture without any.
    return null
  }
}

/**
 * Reads an XMP packet (ISO 16684-1; its properties: IPTC Photo Metadata Standard), in Arabic before the default
 * language, and that before any other.
 * @returns its fields, empty where it has none. Never throws on damage.
 */
export function readXmp(packet: Buffer): MetadataFields {
  const root = parseXmp(packet)
  return root === null ? NO_FIELDS : readFields(root)
}
