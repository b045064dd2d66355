import type { Element, Node } from '@xmldom/xmldom'
import type { Losses } from '../losses.ts'
import { elementAt, elementsOf } from '../xml.ts'
import { wordsOf } from './parts.ts'
import { DELETED, INSERTED, makerOf, markRecords, partRecords, type Maker } from './records.ts'

/** One text of a document with tracked changes: with all of them rejected, or with all of them accepted. */
export type Side = 'base' | 'head'

/** Where an element of a view comes from. */
export type Origin = {
  /** The paragraphs, or the one row, cell or table, of the document that it shows, in order. */
  readonly sources: readonly Element[]
  /** Of a run: who inserted or deleted it. Of a paragraph: who made the mark before it, or deleted its own. */
  readonly maker: Maker | null
}

/** A document as one side reads. It holds no tracked changes any more. */
export type View = { readonly body: Element; readonly origins: ReadonlyMap<Element, Origin> }

/** Marks of places, which stay where the text around them is gone. */
const PLACES: readonly string[] = ['commentRangeStart', 'commentRangeEnd']

/** Elements between two paragraphs that hold no text. They keep them apart as little as they do in Word. */
const BETWEEN =
  /^(?:(?:bookmark|perm|commentRange|moveFromRange|moveToRange|customXml\w+Range)(?:Start|End)|proofErr)$/u

/** Elements around paragraphs: content controls and custom XML. */
const WRAPPERS: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'customXml'])

/** @returns whether an element wraps paragraphs, and no cells or runs. */
function wrapsParagraphs(element: Element): boolean {
  if (!WRAPPERS.has(element.localName ?? '')) return false
  return elementsOf(element).some((child) => child.localName === 'p' || wrapsParagraphs(child))
}

/** What holds words or pictures. */
const CONTENT: readonly string[] = ['t', 'delText', 'drawing', 'pict', 'object', 'br', 'tab', 'sym', 'txbxContent']

function hasContent(element: Element): boolean {
  return CONTENT.some((name) => element.getElementsByTagNameNS('*', name).length > 0)
}

/** @returns what was deleted inside an element: text, rows and cells; what is in another of them is not said again. */
function deletionsIn(element: Element): Element[] {
  const records = [...DELETED].flatMap((each) => [...element.getElementsByTagNameNS('*', each)])
  const gone = new Set(
    records.map((record) => {
      const holder = record.parentNode as Element | null
      // The record of a row or of a cell stands in its properties.
      return /^t[rc]Pr$/u.test(holder?.localName ?? '') ? (holder?.parentNode as Element) : record
    }),
  )
  return [...gone].filter((each) => !isInside(each, gone))
}

function isInside(element: Element, others: ReadonlySet<Node>): boolean {
  for (let node = element.parentNode; node !== null; node = node.parentNode) if (others.has(node)) return true
  return false
}

/** A paragraph of a view while others may still join it. */
type OpenParagraph = { parts: { source: Element; view: Element }[]; isOpen: boolean; maker: Maker | null }

/** Builds one side of a document. */
class ViewBuilder {
  readonly origins = new Map<Element, Origin>()
  readonly #side: Side
  readonly #losses: Losses
  readonly #keepsOldProperties: boolean
  /** Who inserted the mark before the next paragraph. */
  #splitter: Maker | null = null
  /** How many deletions are around what is read. */
  #deletions = 0

  constructor(side: Side, losses: Losses, keepsOldProperties: boolean) {
    this.#side = side
    this.#losses = losses
    this.#keepsOldProperties = keepsOldProperties
  }

  /** @returns whether what a record is about is part of this side. */
  #stays(name: string): boolean {
    return this.#side === 'head' ? INSERTED.has(name) : DELETED.has(name)
  }

  /** @returns the record that takes what it is about out of this side, if one of them does. */
  #against(records: readonly Element[]): Element | undefined {
    return records.find(({ localName }) => !this.#stays(localName ?? ''))
  }

  /** @returns a copy of an element as this side shows it. @param maker who inserted or deleted what is around it */
  copy(element: Element, maker: Maker | null): Element {
    const copied = element.cloneNode(false) as Element
    this.#children(element, copied, maker)
    return copied
  }

  #children(from: Element, to: Element, maker: Maker | null): void {
    const close = this.#joinedChildren(from, to, maker, null)
    if (close !== null) to.appendChild(this.#joined(close))
  }

  /** @param joining the paragraph before that is still open. @returns the last paragraph, if others may still join it */
  #joinedChildren(
    from: Element,
    to: Element,
    maker: Maker | null,
    joining: OpenParagraph | null,
  ): OpenParagraph | null {
    let open = joining
    const close = (): void => {
      if (open !== null) to.appendChild(this.#joined(open))
      open = null
    }
    for (let node = from.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType !== node.ELEMENT_NODE) {
        to.appendChild(node.cloneNode(false))
        continue
      }
      const element = node as Element
      const name = element.localName ?? ''
      if (name === 'p') {
        open = this.#paragraph(element, open, maker)
        if (!open.isOpen) close()
      } else if (BETWEEN.test(name)) to.appendChild(element.cloneNode(true))
      else if (wrapsParagraphs(element)) open = this.#joinedChildren(element, to, maker, open)
      else {
        close()
        this.#element(element, name, to, maker)
      }
    }
    return open
  }

  #element(element: Element, name: string, to: Element, maker: Maker | null): void {
    if (INSERTED.has(name) || DELETED.has(name)) return this.#tracked(element, name, to, maker)
    if (name === 'rPr' || name === 'pPr') return void to.appendChild(this.#properties(element))
    if (name === 'delText' || name === 'delInstrText') return void to.appendChild(this.#shownText(element, name))
    const records = name === 'tr' || name === 'tc' ? partRecords(element) : []
    const against = this.#against(records)
    if (against !== undefined) return this.#leaveOut(element, against.localName ?? '')
    const [record] = records
    const own = record === undefined ? maker : makerOf(record)
    const copied = this.#within(record?.localName ?? '', () => this.copy(element, own))
    // A table without rows, and a row without cells, is gone.
    const part = name === 'tbl' ? 'tr' : name === 'tr' ? 'tc' : null
    if (part !== null && copied.getElementsByTagNameNS('*', part).length === 0) return
    const format = name === 'r' ? elementAt(element, 'rPr', 'rPrChange') : undefined
    const formatter = format === undefined || own !== null ? own : makerOf(format)
    this.origins.set(copied, { sources: [element], maker: formatter })
    to.appendChild(copied)
  }

  #tracked(element: Element, name: string, to: Element, maker: Maker | null): void {
    if (this.#stays(name)) return this.#within(name, () => this.#children(element, to, maker ?? makerOf(element)))
    this.#leaveOut(element, name)
    for (const place of PLACES.flatMap((each) => [...element.getElementsByTagNameNS('*', each)]))
      to.appendChild(place.cloneNode(true))
  }

  /** Reads what stands in a record that this side keeps. @param name of the record; empty for none */
  #within<Read>(name: string, read: () => Read): Read {
    if (!DELETED.has(name)) return read()
    this.#deletions++
    const done = read()
    this.#deletions--
    return done
  }

  /**
   * Reports the words of an insertion that no side shows: those that somebody else deleted, inside or around it. Words that
   * were moved are in the base where they were.
   */
  #leaveOut(element: Element, name: string): void {
    if (!INSERTED.has(name) || name === 'moveTo') return
    const gone = this.#deletions > 0 ? [element] : deletionsIn(element)
    for (const words of gone.map(wordsOf)) if (words !== '') this.#losses.add('tracked-changes', words)
  }

  /** @returns properties as they are on this side. */
  #properties(element: Element): Element {
    const change = elementsOf(element, 'rPrChange', 'pPrChange')[0]
    const old = change === undefined ? undefined : elementsOf(change, 'rPr', 'pPr')[0]
    const isKnown =
      element.localName === 'rPr' || this.#keepsOldProperties || (old !== undefined && elementsOf(old).length > 0)
    const shown = this.#side === 'base' && change !== undefined && isKnown ? old : element
    const copied = element.cloneNode(false) as Element
    for (const child of shown === undefined ? [] : elementsOf(shown)) {
      const name = child.localName ?? ''
      if (!name.endsWith('Change') && !INSERTED.has(name) && !DELETED.has(name))
        copied.appendChild(child.cloneNode(true))
    }
    return copied
  }

  #shownText(element: Element, name: string): Element {
    const shown = name === 'delText' ? 't' : 'instrText'
    const text = element.ownerDocument?.createElementNS(element.namespaceURI, shown)
    if (text === undefined) return element
    for (let node = element.firstChild; node !== null; node = node.nextSibling) text.appendChild(node.cloneNode(true))
    return text
  }

  /** Reads a paragraph, into the one before it where the mark between them is not part of this side. */
  #paragraph(source: Element, joining: OpenParagraph | null, maker: Maker | null): OpenParagraph {
    const records = markRecords(source)
    const part = { source, view: this.copy(source, maker) }
    const isOpen = this.#against(records) !== undefined
    // A mark that is shown is changed once: inserted in the head, or deleted in the base.
    const changer = isOpen || records[0] === undefined ? null : makerOf(records[0])
    const isSplit = this.#side === 'head' && changer !== null
    const deleter = this.#side === 'base' ? changer : null
    const formatted = elementAt(source, 'pPr', 'pPrChange')
    const made = maker ?? this.#splitter ?? deleter ?? (formatted === undefined ? null : makerOf(formatted))
    this.#splitter = isSplit ? changer : null
    if (joining === null) return { parts: [part], isOpen, maker: made }
    joining.parts.push(part)
    return { parts: joining.parts, isOpen, maker: joining.maker ?? made }
  }

  /** @returns the paragraph of all parts. Where only one has words, the paragraph is that one. */
  #joined({ parts, maker }: OpenParagraph): Element {
    const main = parts.find(({ view }) => hasContent(view)) ?? parts[0]
    if (main === undefined) throw new Error('A paragraph has at least one part')
    const paragraph = main.view.cloneNode(false) as Element
    for (const part of parts) {
      for (let child = part.view.firstChild; child !== null; child = part.view.firstChild) {
        const isOthers = part !== main && (child as Element).localName === 'pPr'
        part.view.removeChild(child)
        if (!isOthers) paragraph.appendChild(child)
      }
    }
    // The properties are looked for as the first child.
    const properties = elementsOf(paragraph, 'pPr')[0]
    if (properties !== undefined && properties !== paragraph.firstChild)
      paragraph.insertBefore(properties, paragraph.firstChild)
    const others = parts.filter((part) => part !== main)
    this.origins.set(paragraph, { sources: [main, ...others].map(({ source }) => source), maker })
    return paragraph
  }
}

/**
 * Reads one side of a document: what was inserted and what was deleted is in it or not, paragraphs whose mark is gone are
 * joined with the next ones, and formats are those of that side.
 * @param losses gets the words that are on no side
 * @param keepsOldProperties whether the record of a changed paragraph says how it was. LibreOffice writes it empty, which in
 *   Word is a paragraph that had no properties.
 */
export function viewOf(body: Element, side: Side, losses: Losses, keepsOldProperties: boolean): View {
  const builder = new ViewBuilder(side, losses, keepsOldProperties)
  return { body: builder.copy(body, null), origins: builder.origins }
}
