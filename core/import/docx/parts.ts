import type { Element } from '@xmldom/xmldom'
import { ImportError } from '../import-error.ts'
import { elementsOf, textAt, xmlRoot } from '../xml.ts'

/** The XML parts of a Word document, by path. */
export type DocxParts = ReadonlyMap<string, string>

/** In UTF-16 units; a book of a thousand pages has a tenth of that. */
const MAX_PART = 20 * 1024 * 1024

/** @returns the root element of a part; null if there is no such part. @throws ImportError `damaged`, `too-large`. */
export function partOf(parts: DocxParts, path: string): Element | null {
  const xml = parts.get(path)
  if (xml === undefined) return null
  if (xml.length > MAX_PART) throw new ImportError('too-large')
  return xmlRoot(xml)
}

/** Reads an attribute of Word's namespace, which some programs write without a prefix. */
export function valueOf(element: Element | undefined, name = 'val'): string | null {
  for (const attribute of Array.from(element?.attributes ?? [])) {
    if (attribute.localName === name) return attribute.value
  }
  return null
}

/** @returns whether a property is on; null if it is not given. A property without a value is on (ECMA-376, 17.17.4). */
export function isOn(properties: Element | undefined, name: string): boolean | null {
  const element = properties === undefined ? undefined : elementsOf(properties, name)[0]
  if (element === undefined) return null
  return !/^(?:0|false|off|none)$/u.test(valueOf(element) ?? 'true')
}

/** The target of a relationship: a path in the document, or an address outside it. */
export type Relation = { target: string; isExternal: boolean }

/** @returns the relationships of a part, by id. */
export function relationsOf(parts: DocxParts, path: string): Map<string, Relation> {
  const root = partOf(parts, path)
  if (root === null) return new Map()
  return new Map(
    elementsOf(root, 'Relationship').map((each) => [
      each.getAttribute('Id') ?? '',
      { target: each.getAttribute('Target') ?? '', isExternal: each.getAttribute('TargetMode') === 'External' },
    ]),
  )
}

/**
 * @returns the paths of the parts that a document refers to under a type, such as `comments`, whatever its namespace. A part
 *   that nothing refers to is looked for under its usual name.
 */
export function partPaths(parts: DocxParts, type: string): string[] {
  const root = partOf(parts, 'word/_rels/document.xml.rels')
  const named = (root === null ? [] : elementsOf(root, 'Relationship'))
    .filter((each) => (each.getAttribute('Type') ?? '').endsWith(`/${type}`))
    .map((each) => each.getAttribute('Target') ?? '')
    .map((target) => (target.startsWith('/') ? target.slice(1) : `word/${target}`))
  const usual = `word/${type}.xml`
  return named.length === 0 && parts.has(usual) ? [usual] : named
}

/** @returns whether LibreOffice wrote a document. Its records and comments say less than those of Word. */
export function isFromLibreOffice(parts: DocxParts): boolean {
  return textAt(partOf(parts, 'docProps/app.xml') ?? undefined, 'Application').startsWith('LibreOffice')
}

/** The elements that hold text: shown, deleted, in drawings and in formulas. */
const WORDS = new Set(['t', 'delText'])
/** The elements that end a line or separate two words. */
const BREAKS = new Set(['p', 'tc', 'tab', 'br', 'cr'])

/** @returns the version to read of content that is written for newer and for older programs. */
export function chosenOf(alternative: Element): Element | undefined {
  const [choice, fallback] = ['Choice', 'Fallback'].map((name) => elementsOf(alternative, name)[0])
  // The newer version may be a drawing without text. Then the older one has the words.
  const isMute = choice !== undefined && wordsOf(choice) === '' && !hasPicture(choice)
  return isMute ? (fallback ?? choice) : (choice ?? fallback)
}

function hasPicture(element: Element): boolean {
  return ['blip', 'imagedata'].some((name) => element.getElementsByTagNameNS('*', name).length > 0)
}

/** @returns the text that an element shows, without duplicates for older programs. */
export function wordsOf(parent: Element): string {
  const parts: string[] = []
  const visit = (element: Element): void => {
    const name = element.localName ?? ''
    if (WORDS.has(name)) parts.push(element.textContent ?? '')
    else if (name === 'AlternateContent') elementsOf(element, 'Choice', 'Fallback').slice(0, 1).forEach(visit)
    else {
      elementsOf(element).forEach(visit)
      if (BREAKS.has(name)) parts.push(' ')
    }
  }
  visit(parent)
  return parts.join('').replaceAll(/\s+/gu, ' ').trim()
}
