import type { Element } from '@xmldom/xmldom'
import { elementAt, elementsOf } from '../xml.ts'
import { wordsIn } from '../kept.ts'
import { partOf, valueOf, type DocxParts } from './parts.ts'

/** The place of a paragraph in a list. */
export type ListPlace = {
  list: string
  depth: number
  ordered: boolean
  /** The words that stand with its number, such as «المادة»; empty for none. */
  label: string
}

/** The numbering of a document's lists. */
export class Numbering {
  readonly #instances = new Map<string, Element>()
  readonly #templates = new Map<string, Element>()

  constructor(parts: DocxParts) {
    const root = partOf(parts, 'word/numbering.xml')
    if (root === null) return
    for (const each of elementsOf(root, 'num')) this.#instances.set(valueOf(each, 'numId') ?? '', each)
    for (const each of elementsOf(root, 'abstractNum')) this.#templates.set(valueOf(each, 'abstractNumId') ?? '', each)
  }

  /** @returns the place in a list that `w:numPr` gives a paragraph; null if it takes the paragraph out of its list. */
  placeOf(properties: Element): ListPlace | null {
    const list = valueOf(elementAt(properties, 'numId')) ?? ''
    const depth = Number(valueOf(elementAt(properties, 'ilvl')) ?? 0)
    if (list === '' || list === '0') return null
    const instance = this.#instances.get(list)
    const template = this.#templates.get(valueOf(elementAt(instance, 'abstractNumId')) ?? '')
    const isLevel = (element: Element): boolean => Number(valueOf(element, 'ilvl')) === depth
    const own = instance === undefined ? undefined : elementsOf(instance, 'lvlOverride').find(isLevel)
    const level =
      elementAt(own, 'lvl') ?? (template === undefined ? undefined : elementsOf(template, 'lvl').find(isLevel))
    const format = valueOf(elementAt(level, 'numFmt')) ?? 'bullet'
    const label = (valueOf(elementAt(level, 'lvlText')) ?? '').replaceAll(/%\d/gu, '').trim()
    return {
      list,
      depth: Number.isInteger(depth) && depth > 0 ? depth : 0,
      ordered: format !== 'bullet' && format !== 'none',
      // The text of a bullet is the bullet sign.
      label: format === 'bullet' || wordsIn(label).length === 0 ? '' : label,
    }
  }
}
