import { DOMParser, type Document, type Element } from '@xmldom/xmldom'

/** @returns the tree of an XML document, or what makes it malformed. */
export function readXml(path: string, text: string): { root: Element | null; errors: string[] } {
  const errors: string[] = []
  let document: Document | null = null
  const onError = (level: string, message: string): void => {
    errors.push(`${path}: ${level}: ${message}`)
  }
  try {
    document = new DOMParser({ onError }).parseFromString(text, 'text/xml')
  } catch (error) {
    errors.push(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return { root: document?.documentElement ?? null, errors }
}

/** @returns the elements of a name anywhere under an element. */
export function all(root: Element, name: string): Element[] {
  return Array.from(root.getElementsByTagName(name))
}

/** @returns the children of an element that have this name, with its prefix. */
export function childrenNamed(parent: Element, name: string): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeName === name)
}

/** @returns the text of the one child of a name; null where there is none or more than one. */
export function textOf(parent: Element, name: string): string | null {
  const found = childrenNamed(parent, name)
  return found.length === 1 ? (found[0]?.textContent ?? '') : null
}
