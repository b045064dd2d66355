import type { Element } from '@xmldom/xmldom'
import { blockNames, type NamedType } from '../../article/block-names.ts'
import { elementAt, elementsOf } from '../xml.ts'
import { isOn, partOf, valueOf, type DocxParts } from './parts.ts'

/** The role of a paragraph, by its style. */
export type Role =
  | NamedType
  | 'correction'
  | 'list-item'
  | 'subhead-1'
  | 'subhead-2'
  | 'subhead-3'
  | 'quote'
  | 'embed'
  | 'factbox'
  | 'related'
  | 'separator'
  | 'correction-date'
  | 'notice'

/** The names of styles that give a role which no block has as its own. Headings have numbers and are read by those. */
const PART_STYLES: Readonly<Record<Exclude<Role, NamedType>, readonly string[]>> &
  Readonly<Partial<Record<Role, readonly string[]>>> = {
  'subhead-1': [],
  'subhead-2': ['subhead', 'عنوانفرعي', 'العنوانالفرعي'],
  'subhead-3': [],
  quote: ['quote', 'quotations', 'intensequote', 'blocktext', 'اقتباس', 'اقتباسمكثف'],
  'list-item': ['listparagraph', 'listbullet', 'listnumber', 'فقرةقائمة'],
  embed: ['embed'],
  factbox: ['factbox'],
  related: ['related'],
  separator: ['separator'],
  'correction-date': ['correctiondate'],
  correction: ['correction', 'تصحيح'],
  notice: ['midadnotice'],
}

/** By the name of a style as Word, LibreOffice and Arabic newsrooms write it: spaces, signs and harakat aside. */
const ROLES: ReadonlyMap<string, Role> = new Map([
  ...blockNames().flatMap(([type, { wordStyles }]) => wordStyles.map((name) => [name, type as Role] as const)),
  ...Object.entries(PART_STYLES).flatMap(([role, names]) => names.map((name) => [name, role as Role] as const)),
])

function roleOf(name: string): Role {
  const key = name
    .toLowerCase()
    .replaceAll(/[\u064B-\u065F\u0670\u0640]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  const level = /^(?:heading|عنوان)([1-9١-٩])$/u.exec(key)?.[1]
  if (level === undefined) return ROLES.get(key) ?? 'paragraph'
  if (/[1١]/u.test(level)) return 'subhead-1'
  return /[2٢]/u.test(level) ? 'subhead-2' : 'subhead-3'
}

export type Style = {
  role: Role
  /** Whether the style is right to left; null if it does not say. */
  bidi: boolean | null
  /** From a character style. */
  bold: boolean | null
  italic: boolean | null
  /** Whether the text is hidden. */
  vanish: boolean | null
  /** The numbering of its paragraphs. */
  numbering: Element | undefined
}

const NO_STYLE: Style = { role: 'paragraph', bidi: null, bold: null, italic: null, vanish: null, numbering: undefined }

/** The longest chain of styles based on one another; a longer one is a cycle. */
const MAX_CHAIN = 20

/** The styles of a document, by their ids. */
export class Styles {
  readonly #elements = new Map<string, Element>()
  readonly #read = new Map<string, Style>()
  readonly #defaultBidi: boolean | null
  #defaultId = ''

  constructor(parts: DocxParts) {
    const root = partOf(parts, 'word/styles.xml')
    for (const style of root === null ? [] : elementsOf(root, 'style')) {
      const id = valueOf(style, 'styleId') ?? ''
      this.#elements.set(id, style)
      if (valueOf(style, 'type') === 'paragraph' && /^(?:1|true|on)$/u.test(valueOf(style, 'default') ?? ''))
        this.#defaultId = id
    }
    this.#defaultBidi = isOn(elementAt(root ?? undefined, 'docDefaults', 'pPrDefault', 'pPr'), 'bidi')
  }

  /** Whether Midad wrote the document. Then all of its formatting is intended. */
  get isOurs(): boolean {
    return this.#elements.has('FactboxTitle') && this.#elements.has('Isolate') && this.#elements.has('Kicker')
  }

  /** @returns a style by its id; the default style for null. */
  of(id: string | null): Style {
    const key = id ?? this.#defaultId
    const known = this.#read.get(key)
    if (known !== undefined) return known
    const style = this.#resolve(key, 0)
    this.#read.set(key, style)
    return style
  }

  #resolve(id: string, depth: number): Style {
    const element = this.#elements.get(id)
    if (element === undefined || depth > MAX_CHAIN) return { ...NO_STYLE, bidi: this.#defaultBidi }
    const parent = valueOf(elementAt(element, 'basedOn'))
    const base = parent === null ? { ...NO_STYLE, bidi: this.#defaultBidi } : this.#resolve(parent, depth + 1)
    const paragraph = elementAt(element, 'pPr')
    const run = elementAt(element, 'rPr')
    const role = roleOf(valueOf(elementAt(element, 'name')) ?? id)
    return {
      role: role === 'paragraph' ? base.role : role,
      bidi: isOn(paragraph, 'bidi') ?? base.bidi,
      bold: isOn(run, 'b') ?? base.bold,
      italic: isOn(run, 'i') ?? base.italic,
      vanish: isOn(run, 'vanish') ?? base.vanish,
      numbering: elementAt(paragraph, 'numPr') ?? base.numbering,
    }
  }
}
