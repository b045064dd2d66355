import type { Element } from '@xmldom/xmldom'
import type { NewId } from '../../article/factories.ts'
import { elementAt, elementsOf } from '../xml.ts'
import { valueOf, wordsOf } from './parts.ts'
import type { View } from './view.ts'

/** The bookmark that names a block. LibreOffice adds `_Copy_1` where a paragraph was moved or copied. */
const BOOKMARK = /^m_(\w+?)(?:_Copy_\d+)?$/u

function signOf(code: string): string {
  const point = Number.parseInt(code, 16)
  return point <= 0x10_ff_ff ? String.fromCodePoint(point) : ''
}

/** @returns the name that Midad wrote into a paragraph or a cell; null for none. */
function nameIn(element: Element): string | null {
  for (const mark of Array.from(element.getElementsByTagNameNS('*', 'bookmarkStart'))) {
    const name = BOOKMARK.exec(valueOf(mark, 'name') ?? '')?.[1]
    const id = name?.replaceAll(/_([0-9a-f]{1,5})_/gu, (_all, code: string) => signOf(code)) ?? ''
    if (id !== '' && id.length <= 64) return id
  }
  return null
}

/** A paragraph that was moved as a whole. */
type Moved = { paragraph: Element; name: string | null; words: string }

/** @returns the paragraphs whose words lie in a moved range, but for some that were edited there. @param kind of its records */
function movedParagraphs(body: Element, kind: 'moveFrom' | 'moveTo'): Moved[] {
  const found: Moved[] = []
  let name: string | null = null
  const visit = (element: Element): void => {
    const own = element.localName ?? ''
    if (own === `${kind}RangeStart`) name = valueOf(element, 'name')
    else if (own === `${kind}RangeEnd`) name = null
    if (own !== 'p') return elementsOf(element).forEach(visit)
    const start = elementsOf(element, `${kind}RangeStart`)[0]
    const words = wordsOf(element)
    const moved = elementsOf(element, kind).map(wordsOf).join('')
    const isWhole = moved.replaceAll(' ', '') === words.replaceAll(' ', '')
    const isMark = elementAt(element, 'pPr', 'rPr', kind) !== undefined
    if (words !== '' && (isWhole || (isMark && moved.length * 2 > words.length)))
      found.push({ paragraph: element, name: valueOf(start, 'name') ?? name, words })
    elementsOf(element).forEach(visit)
  }
  visit(body)
  return found
}

/** @returns where each moved paragraph came from: by the name of the move, or else by equal words. */
function movedFrom(body: Element): Map<Element, Element> {
  const from = movedParagraphs(body, 'moveFrom')
  const pairs = new Map<Element, Element>()
  const used = new Set<Moved>()
  const to = movedParagraphs(body, 'moveTo')
  // Each source is used once, in the order of the document.
  const pair = (keyOf: (moved: Moved) => string | null): void => {
    const waiting = Map.groupBy(from.filter((each) => !used.has(each)).toReversed(), keyOf)
    for (const target of to) {
      const key = pairs.has(target.paragraph) ? null : keyOf(target)
      const source = key === null ? undefined : waiting.get(key)?.pop()
      if (source === undefined) continue
      used.add(source)
      pairs.set(target.paragraph, source.paragraph)
    }
  }
  pair(({ name, words }) => (name === null ? null : `${name}\n${words}`))
  pair(({ name }) => name)
  pair(({ words }) => words)
  return pairs
}

/** Gives the paragraphs, tables, rows and cells of a document ids: the same ones in each of its views. */
export class Identities {
  readonly #hasNames: boolean
  readonly #newId: NewId
  readonly #moved: ReadonlyMap<Element, Element>
  readonly #ids = new Map<Element, string>()
  readonly #parts = new Map<Element, string[]>()
  readonly #owners = new Map<string, Element>()
  #view: View
  #present: ReadonlySet<Element> = new Set()
  #taken = new Set<string>()

  /** @param hasNames whether Midad wrote the document, so that its bookmarks are the names of blocks */
  constructor(body: Element, hasNames: boolean, newId: NewId) {
    this.#hasNames = hasNames
    this.#newId = newId
    this.#moved = movedFrom(body)
    this.#view = { body, origins: new Map() }
  }

  /** Turns to the next view of the document; the base comes first. */
  begin(view: View): void {
    this.#view = view
    this.#taken = new Set()
    this.#present = new Set([...view.origins.values()].flatMap(({ sources: [main] }) => main ?? []))
  }

  #sources(element: Element): readonly Element[] {
    return this.#view.origins.get(element)?.sources ?? [element]
  }

  /** @returns the id of an element of the view. */
  of(element: Element): string {
    const sources = this.#sources(element)
    const [main = element] = sources
    const id = this.#known(main) ?? this.#named(main, sources) ?? this.#newId()
    this.#ids.set(main, id)
    if (!this.#owners.has(id)) this.#owners.set(id, main)
    this.#taken.add(id)
    return id
  }

  /** @returns the id of one of several blocks that an element makes. @param index from 0; the first has the element's own */
  ofPart(element: Element, index: number): string {
    if (index === 0) return this.of(element)
    const [main = element] = this.#sources(element)
    const parts = this.#parts.get(main) ?? []
    while (parts.length < index) parts.push(this.#newId())
    this.#parts.set(main, parts)
    return parts[index - 1] ?? this.#newId()
  }

  #known(main: Element): string | null {
    const from = this.#moved.get(main)
    const isGone = from !== undefined && !this.#present.has(from)
    const id = (isGone ? this.#ids.get(from) : undefined) ?? this.#ids.get(main)
    return id === undefined || this.#taken.has(id) ? null : id
  }

  /** A name belongs to the first that had it, unless that is not in this view: then the words moved. */
  #named(main: Element, sources: readonly Element[]): string | null {
    if (!this.#hasNames) return null
    for (const source of sources) {
      const name = source.localName === 'p' || source.localName === 'tc' ? nameIn(source) : null
      if (name === null || this.#taken.has(name)) continue
      const owner = this.#owners.get(name)
      if (owner === undefined || owner === main || !this.#present.has(owner)) return name
    }
    return null
  }
}
