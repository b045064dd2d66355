import { DOMParser, type Element } from '@xmldom/xmldom'
import { ImportError } from './import-error.ts'

/** The parser's time grows with the square of the depth; no format of articles nests so deep. */
const MAX_DEPTH = 200

/** A tag with its attributes. It can match in one way only, so that it fails in the time of one reading. */
const TAG = /<[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>/uy

/** What is no tag, by how it begins and ends. */
const OTHERS: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/** @returns whether a document is one that a parser may be asked to read: shallow, and without declarations. */
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
    // Entity bombs are made of declarations; no format of articles has any use for them.
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
 * Parses XML that may come from anyone. Nothing is expanded, and nothing is fetched.
 * @returns the root element
 * @throws ImportError `damaged` for what is no well-formed XML, or was made for harm.
 */
export function xmlRoot(source: string): Element {
  const xml = source.replace(/^\uFEFF/u, '')
  if (!isHarmless(xml)) throw new ImportError('damaged')
  try {
    const onError = (_level: string, message: string): void => {
      throw new Error(message)
    }
    const root = new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement
    if (root !== null) return root
  } catch (error) {
    // The parser has errors of many kinds for what it cannot read.
    throw new ImportError('damaged', { cause: error })
  }
  throw new ImportError('damaged')
}

/** @returns the elements right under an element, with these local names or all. */
export function elementsOf(parent: Element, ...names: readonly string[]): Element[] {
  const found: Element[] = []
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType !== node.ELEMENT_NODE) continue
    const element = node as Element
    if (names.length === 0 || names.includes(element.localName ?? '')) found.push(element)
  }
  return found
}

/** @returns the first element under an element at the end of a path of local names. */
export function elementAt(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  let found = parent
  for (const name of path) found = found === undefined ? undefined : elementsOf(found, name)[0]
  return found
}

/** @returns the words of the first element at the end of a path, without the space around them; empty for none. */
export function textAt(parent: Element | undefined, ...path: readonly string[]): string {
  return elementAt(parent, ...path)?.textContent?.trim() ?? ''
}

/** @returns all words in an element as one line, those of its elements apart. */
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
