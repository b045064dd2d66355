import type { Element } from '@xmldom/xmldom'
import { joinNames, NO_FIELDS, realDate, type MetadataFields } from '../fields/metadata-fields.ts'
import { repairDoubleEncoding } from '../text/encoding.ts'
import { NAMESPACES } from './namespaces.ts'
import { parseXmp } from './parse-xmp.ts'
import { childrenOf, type XmpTree } from './xmp-tree.ts'

type Value = { language: string; text: string }

/**
 * @returns the values of a property with their languages, from the first description that has it. Only direct children
 *   are properties of the picture: pictures inside it have properties of their own, deeper down.
 */
function valuesOf(descriptions: readonly Element[], namespace: string, name: string): Value[] {
  for (const description of descriptions) {
    const attribute = description.getAttributeNS(namespace, name)
    if (attribute !== null && attribute.trim() !== '') {
      return [{ language: '', text: repairDoubleEncoding(attribute) }]
    }
    const property = childrenOf(description).find(
      (child) => child.namespaceURI === namespace && child.localName === name,
    )
    if (property === undefined) continue
    const [array] = childrenOf(property)
    const isArray = array?.namespaceURI === NAMESPACES.rdf && /^(?:Alt|Seq|Bag)$/u.test(array.localName ?? '')
    const values = (isArray ? childrenOf(array) : [property])
      .map((item) => ({
        language: item.getAttributeNS(NAMESPACES.xml, 'lang') ?? '',
        text: repairDoubleEncoding(item.textContent ?? ''),
      }))
      .filter(({ text }) => text.trim() !== '')
    if (values.length > 0) return values
  }
  return []
}

function readFields({ rdf }: XmpTree): MetadataFields {
  const { dc, photoshop, iptcCore, iptcExtension, xmp } = NAMESPACES
  const descriptions = childrenOf(rdf)
  const read = (namespace: string, name: string): string => {
    const values = valuesOf(descriptions, namespace, name)
    const inLanguage = (wanted: RegExp) => values.find(({ language }) => wanted.test(language))
    return (inLanguage(/^ar(?:-|$)/iu) ?? inLanguage(/^x-default$/iu) ?? values[0])?.text ?? ''
  }
  return {
    caption: read(dc, 'description'),
    headline: read(photoshop, 'Headline'),
    alt: read(iptcCore, 'AltTextAccessibility') || read(iptcExtension, 'AltTextAccessibility'),
    creator: joinNames(valuesOf(descriptions, dc, 'creator').map(({ text }) => text)),
    credit: read(photoshop, 'Credit'),
    source: read(photoshop, 'Source'),
    rights: read(dc, 'rights'),
    date: realDate(read(photoshop, 'DateCreated')) || realDate(read(xmp, 'CreateDate')),
  }
}

/**
 * Reads an XMP packet (ISO 16684-1; properties of the IPTC Photo Metadata Standard). Of several languages Arabic comes
 * first, then the default.
 * @returns its fields, empty where it has none. Never throws on damage.
 */
export function readXmp(packet: Buffer): MetadataFields {
  const tree = parseXmp(packet)
  return tree === null ? NO_FIELDS : readFields(tree)
}
