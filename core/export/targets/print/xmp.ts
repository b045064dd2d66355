import type { Encoded, LanguageTag, PlainText, Sort } from '../../fields/sorts.ts'
import { x, xmlElement, type Xml } from '../../xml.ts'
import { xmpElement } from './fields.ts'
import type { PrintProperties } from './properties.ts'

const NAMESPACES = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
  'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
  'xmlns:xmpRights': 'http://ns.adobe.com/xap/1.0/rights/',
}

type Container = 'rdf:Bag' | 'rdf:Seq'

function list(name: string, container: Container, values: readonly Encoded<Sort>[]): Xml[] {
  const items = values.filter((value) => value !== '').map((value) => x('rdf:li', {}, value))
  return items.length === 0 ? [] : [x(name, {}, x(container, {}, items))]
}

/** A text in one language: XMP wants it as the default too, for a reader of another language. */
function text(name: string, value: PlainText, language: LanguageTag): Xml[] {
  const item = (lang: LanguageTag | 'x-default'): Xml => x('rdf:li', { 'xml:lang': lang }, value)
  return value === '' ? [] : [x(name, {}, x('rdf:Alt', {}, item('x-default'), item(language)))]
}

/**
 * Writes the properties as an XMP packet (ISO 16684-1), which a PDF holds beside its older dictionary. It claims no
 * conformance to PDF/UA or PDF/A.
 */
export function printXmp({ language, at, ...given }: PrintProperties): string {
  const moment = `${at.slice(0, 19)}Z`
  const description = x(
    'rdf:Description',
    { 'rdf:about': '' },
    text('dc:title', given.title, language),
    list('dc:creator', 'rdf:Seq', [given.author]),
    text('dc:description', given.description, language),
    list('dc:subject', 'rdf:Bag', given.keywords),
    list('dc:publisher', 'rdf:Bag', [given.publisher]),
    text('dc:rights', given.rights, language),
    text('xmpRights:UsageTerms', given.usageTerms, language),
    list('dc:language', 'rdf:Bag', [language]),
    xmpElement('dc:format', 'application/pdf'),
    given.keywords.length === 0 ? [] : [xmpElement('pdf:Keywords', writtenKeywords(given.keywords))],
    xmpElement('xmp:CreatorTool', CREATOR_TOOL),
    xmpElement('xmp:CreateDate', moment),
    xmpElement('xmp:ModifyDate', moment),
  )
  const packet = x('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, x('rdf:RDF', NAMESPACES, description))
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${xmlElement(packet)}\n<?xpacket end="r"?>`
}

/** What a PDF names as the program that made it. */
export const CREATOR_TOOL = 'Midad'

/** @returns the keywords as one text, in the form that both places of a PDF must agree on. */
export function writtenKeywords(keywords: readonly Encoded<'name'>[]): string {
  return keywords.join('، ')
}
