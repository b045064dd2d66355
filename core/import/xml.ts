import { DOMParser, type Element } from '@xmldom/xmldom'
import { ImportError } from './import-error.ts'

/** The maximum depth. The parser's time is quadratic in it, and no article format nests so deep. */
const MAX_DEPTH = 200

/** A tag with its attributes. It can match in one way only, so that a failed match takes linear time. */
const TAG = /<[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>/uy

/** The beginnings and ends of markup that is no tag. */
const OTHERS: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/** @returns whether a document is safe to parse: shallow, and without declarations. */
function isHarmless(xml: string): boolean {
  let depth = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const other = OTHERS.find(([begin]) => xml.startsWith(begin, at))
    if (other !== undefined) {
      const end = xml.indexOf(other[1], at)
      if (end === -1) return false
      at = end + other[1].length
      continue
    }
    // Declarations could hold an entity bomb; no article format needs them.
    if (xml.startsWith('<!', at)) return false
    TAG.lastIndex = at
    const [tag] = TAG.exec(xml) ?? []
    if (tag === undefined) return false
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth > MAX_DEPTH) return false
    at += tag.length
  }
  return depth === 0
}

/**
 * Takes a report of the parser. It warns of U+FFFD, which XML allows: a text that was once decoded wrongly has it.
 * @throws Error for any other report
 */
function onReport(_level: string, message: string): void {
  if (!message.startsWith('Unicode replacement character')) throw new Error(message)
}

/**
 * Parses untrusted XML. No entities are expanded, and nothing is fetched.
 * @returns the root element
 * @throws ImportError `damaged` for malformed or hostile XML.
 */
export function xmlRoot(source: string): Element {
  const xml = source.replace(/^\uFEFF/u, '')
  if (!isHarmless(xml)) throw new ImportError('damaged')
  try {
    const root = new DOMParser({ onError: onReport }).parseFromString(xml, 'text/xml').documentElement
    if (root !== null) return root
  } catch (error) {
    // The parser throws errors of many types.
    throw new ImportError('damaged', { cause: error })
  }
  throw new ImportError('damaged')
}

/** @returns the child elements with one of these local names, or all of them. */
export function elementsOf(parent: Element, ...names: readonly string[]): Element[] {
  const found: Element[] = []
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType !== node.ELEMENT_NODE) continue
    const element = node as Element
    if (names.length === 0 || names.includes(element.localName ?? '')) found.push(element)
  }
  return found
}

/** @returns the first element at the end of a path of local names. */
export function elementAt(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  let found = parent
  for (const name of path) found = found === undefined ? undefined : elementsOf(found, name)[0]
  return found
}

/** @returns the trimmed text of the first element at the end of a path; empty for none. */
export function textAt(parent: Element | undefined, ...path: readonly string[]): string {
  return elementAt(parent, ...path)?.textContent?.trim() ?? ''
}

/** @returns the text of an element as one line, with spaces between its elements. */
export function textIn(parent: Element): string {
  const parts: string[] = []
  const visit = (element: Element): void => {
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === node.ELEMENT_NODE) visit(node as Element)
      else if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE)
        parts.push(node.nodeValue ?? '')
    }
    parts.push(' ')
  }
  visit(parent)
  return parts.join('').replaceAll(/\s+/gu, ' ').trim()
}
