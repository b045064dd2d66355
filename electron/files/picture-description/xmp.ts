import { DOMParser, type Element } from '@xmldom/xmldom'

/** What a desk reads of an XMP packet (ISO 16684-1; IPTC Photo Metadata Standard). Empty: not there. */
export type XmpFields = { caption: string; credit: string; alt: string; source: string; creator: string; date: string }

const NONE: XmpFields = { caption: '', credit: '', alt: '', source: '', creator: '', date: '' }

const DC = 'http://purl.org/dc/elements/1.1/'
const PHOTOSHOP = 'http://ns.adobe.com/photoshop/1.0/'
const IPTC_CORE = 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/'
const XMP = 'http://ns.adobe.com/xap/1.0/'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const XML = 'http://www.w3.org/XML/1998/namespace'

/** A packet that is longer was made to exhaust something. */
const MAX_PACKET = 1_000_000

/** @returns the XMP packet of a file of any format, found by its own marks, as the standard means it to be; or null. */
function packetOf(bytes: Buffer): string | null {
  const start = bytes.indexOf('<x:xmpmeta')
  const end = start === -1 ? -1 : bytes.indexOf('</x:xmpmeta>', start)
  if (end === -1 || end - start > MAX_PACKET) return null
  const packet = bytes.toString('utf8', start, end + '</x:xmpmeta>'.length)
  // Entities of its own are what a packet never needs, and what bombs are made of.
  return packet.includes('<!') ? null : packet
}

/** @returns the value of a property: in Arabic, else in the default language, else the first. */
function valueOf(root: Element, namespace: string, name: string): string {
  for (const description of root.getElementsByTagNameNS(RDF, 'Description')) {
    const attribute = description.getAttributeNS(namespace, name)
    if (attribute !== null && attribute !== '') return attribute
  }
  const [property] = root.getElementsByTagNameNS(namespace, name)
  if (property === undefined) return ''
  const items = [...property.getElementsByTagNameNS(RDF, 'li')]
  if (items.length === 0) return property.textContent ?? ''
  const inLanguage = (wanted: RegExp): Element | undefined =>
    items.find((item) => wanted.test(item.getAttributeNS(XML, 'lang') ?? ''))
  return (inLanguage(/^ar\b/iu) ?? inLanguage(/^x-default$/iu) ?? items[0])?.textContent ?? ''
}

/**
 * Reads the XMP packet of a picture of any format.
 * @returns its fields, empty where it has none. Never throws on damage.
 */
export function readXmp(bytes: Buffer): XmpFields {
  const packet = packetOf(bytes)
  if (packet === null) return NONE
  let isBroken = false
  const onError = (): void => {
    isBroken = true
  }
  let root: Element | null
  try {
    root = new DOMParser({ onError }).parseFromString(packet, 'text/xml').documentElement
  } catch {
    // The parser gave up: a picture with broken words about itself is a picture without any.
    return NONE
  }
  if (root === null || isBroken) return NONE
  return {
    caption: valueOf(root, DC, 'description'),
    credit: valueOf(root, PHOTOSHOP, 'Credit'),
    alt: valueOf(root, IPTC_CORE, 'AltTextAccessibility'),
    source: valueOf(root, PHOTOSHOP, 'Source'),
    creator: valueOf(root, DC, 'creator'),
    date: valueOf(root, PHOTOSHOP, 'DateCreated') || valueOf(root, XMP, 'CreateDate'),
  }
}
