import { DOMParser, type Element } from '@xmldom/xmldom'
import { childrenOf, type XmpTree } from './xmp-tree.ts'

/** The longest packet in bytes. A longer one was made to exhaust something. */
export const MAX_XMP = 1_000_000

/** The parser's time grows with the square of the depth. XMP needs less. */
const MAX_DEPTH = 64

/**
 * The most elements and namespace declarations. Programs write one element in fifty bytes and a few dozen declarations;
 * a packet with more was made to exhaust something. Each element is written with a list of the declarations around it.
 */
const MAX_ELEMENTS = 30_000
const MAX_NAMESPACES = 500

/** A tag with its attributes. It matches in one way only, so that it cannot backtrack. */
const TAG = /<[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>/uy

/**
 * @returns the XML of a packet from its first tag to its last, without padding; null if there is none, or if it has a
 *   declaration, a comment or a CDATA section: entity bombs are made of the first, and the others could hide the depth.
 */
function xmlIn(packet: Buffer): string | null {
  if (packet.length > MAX_XMP) return null
  const text = packet.toString('utf8')
  const start = text.search(/<[\w.-]+:(?:xmpmeta|xapmeta|RDF)[\s>]/u)
  const end = text.indexOf('>', text.lastIndexOf('</'))
  if (start === -1 || end < start || text.slice(0, start).includes('<!')) return null
  const xml = text.slice(start, end + 1)
  return /<[!?]/u.test(xml) || !isWithinLimits(xml) ? null : xml
}

function isWithinLimits(xml: string): boolean {
  let depth = 0
  let elements = 0
  let namespaces = 0
  for (let at = 0; at !== -1; at = xml.indexOf('<', TAG.lastIndex)) {
    TAG.lastIndex = at
    const [tag] = TAG.exec(xml) ?? []
    if (tag === undefined) return false
    if (tag.startsWith('</')) depth -= 1
    else {
      elements += 1
      namespaces += tag.split('xmlns').length - 1
      if (!tag.endsWith('/>')) depth += 1
    }
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS || namespaces > MAX_NAMESPACES) return false
  }
  return true
}

/** @throws what the parser throws, and an error for each of its warnings but that of U+FFFD, which XML allows. */
function parse(xml: string): Element | null {
  const onError = (_level: string, message: string): void => {
    if (!message.startsWith('Unicode replacement character')) throw new Error(message)
  }
  return new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement
}

/** @returns the tree of an XMP packet; null for one that is damaged, malicious or without `rdf:RDF`. Never throws. */
export function parseXmp(packet: Buffer): XmpTree | null {
  try {
    const xml = xmlIn(packet)
    const root = xml === null ? null : parse(xml)
    const rdf = root === null ? undefined : [root, ...childrenOf(root)].find(({ localName }) => localName === 'RDF')
    return rdf?.ownerDocument ? { document: rdf.ownerDocument, rdf } : null
  } catch {
    // The parser gave up. A damaged packet counts as none.
    return null
  }
}
