import type { Element } from '@xmldom/xmldom'
import type { Direction } from '../../article/block.ts'
import { isSafeUrl } from '../../article/inline.ts'
import { guessDirection, Line, NOTHING_AROUND, type Around, type Marks } from '../html/line.ts'
import type { PictureSource } from '../imported.ts'
import type { Losses } from '../losses.ts'
import { elementAt, elementsOf } from '../xml.ts'
import { isOn, valueOf, type Relation } from './parts.ts'
import type { Styles } from './styles.ts'

/** What every paragraph needs to be read. */
export type Reading = {
  readonly styles: Styles
  readonly relations: ReadonlyMap<string, Relation>
  readonly losses: Losses
}

/** A picture that stands in a paragraph, and its text for those who cannot see it. */
export type DocxPicture = { source: PictureSource | null; alt: string }

export type DocxParagraph = {
  inlines: ReturnType<Line['take']>
  dir: Direction
  pictures: DocxPicture[]
  /** Paragraphs and tables in boxes that are anchored here. */
  boxes: Element[]
}

/** Elements that only wrap what is in them. */
const WRAPPERS = new Set([
  'smartTag',
  'sdt',
  'sdtContent',
  'bdo',
  'dir',
  'customXml',
  'ins',
  'moveTo',
  'Choice',
  'txbxContent',
])
const DELETED = new Set(['del', 'moveFrom'])

/** Reads the runs of one paragraph. */
class RunReader {
  readonly line = new Line()
  readonly pictures: DocxPicture[] = []
  readonly boxes: Element[] = []
  readonly #reading: Reading
  readonly #isExact: Around
  readonly #links = new Map<string, { url: string }>()
  /** The fields that are open, innermost last: what they are told to do, and the link that they make. */
  readonly #fields: { told: string; link: { url: string } | null; isShown: boolean }[] = []

  constructor(reading: Reading) {
    this.#reading = reading
    this.#isExact = { ...NOTHING_AROUND, isExact: true }
  }

  read(parent: Element, link: { url: string } | null): void {
    for (const element of elementsOf(parent)) this.#readElement(element, link)
  }

  #readElement(element: Element, link: { url: string } | null): void {
    const name = element.localName ?? ''
    if (name === 'r') this.#run(element, link)
    else if (name === 'hyperlink') this.read(element, this.#linkOf(element) ?? link)
    else if (name === 'fldSimple') this.read(element, this.#linkOfField(valueOf(element, 'instr') ?? '') ?? link)
    else if (name === 'AlternateContent') this.#alternative(element, link)
    else if (name === 'oMath' || name === 'oMathPara') this.#reading.losses.add('drawing', element.textContent ?? '')
    else if (DELETED.has(name)) this.#reading.losses.add('tracked-changes', element.textContent ?? '')
    else if (WRAPPERS.has(name)) {
      if (name === 'ins' || name === 'moveTo') this.#reading.losses.add('tracked-changes', element.textContent ?? '')
      this.read(element, link)
    }
  }

  /** Newer programs write a thing twice, for themselves and for older ones: once is enough. */
  #alternative(element: Element, link: { url: string } | null): void {
    const chosen = elementAt(element, 'Choice') ?? elementAt(element, 'Fallback')
    if (chosen === undefined) return
    if (elementsOf(chosen, 'drawing', 'pict', 'object').length > 0) this.#drawings(chosen)
    else this.read(chosen, link)
  }

  /** A link is written once for each of its runs: neighbours with one number are one link. */
  #linkOf(element: Element): { url: string } | null {
    const id = valueOf(element, 'id') ?? ''
    const relation = this.#reading.relations.get(id)
    if (relation?.isExternal !== true) return null
    const link = this.#links.get(id) ?? this.#safe(relation.target, element)
    if (link !== null) this.#links.set(id, link)
    return link
  }

  #safe(url: string, element: Element): { url: string } | null {
    if (url.length <= 2048 && isSafeUrl(url)) return { url }
    this.#reading.losses.add('unsafe-link', `${element.textContent ?? ''} ${url}`)
    return null
  }

  #linkOfField(told: string): { url: string } | null {
    const url = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"/iu.exec(told)?.[1]
    return url !== undefined && url.length <= 2048 && isSafeUrl(url) ? { url } : null
  }

  #field(kind: string | null): void {
    const field = this.#fields.at(-1)
    if (kind === 'begin') this.#fields.push({ told: '', link: null, isShown: false })
    else if (kind === 'separate' && field !== undefined) {
      field.link = this.#linkOfField(field.told)
      field.isShown = true
    } else if (kind === 'end') this.#fields.pop()
  }

  #run(run: Element, link: { url: string } | null): void {
    const properties = elementAt(run, 'rPr')
    if (isOn(properties, 'vanish') === true) return
    const around = this.#aroundOf(properties, link)
    if (this.#isLost(properties)) this.#reading.losses.add('formatting', run.textContent ?? '')
    for (const element of elementsOf(run)) this.#content(element, around)
  }

  #isLost(properties: Element | undefined): boolean {
    const align = valueOf(elementAt(properties, 'vertAlign'))
    return (
      isOn(properties, 'strike') === true ||
      isOn(properties, 'dstrike') === true ||
      align === 'superscript' ||
      align === 'subscript'
    )
  }

  #aroundOf(properties: Element | undefined, link: { url: string } | null): Around {
    const id = valueOf(elementAt(properties, 'rStyle'))
    const style = id === null ? null : this.#reading.styles.of(id)
    // Word weighs a right-to-left run by properties of its own.
    const suffix = isOn(properties, 'rtl') === true ? 'Cs' : ''
    const marks: Marks = {}
    if (isOn(properties, `b${suffix}`) ?? style?.bold === true) marks.bold = true
    if (isOn(properties, `i${suffix}`) ?? style?.italic === true) marks.italic = true
    if (isOn(properties, 'u') === true) marks.underline = true
    const field = this.#fields.findLast((each) => each.link !== null)?.link ?? null
    return { ...this.#isExact, marks, link: link ?? field, isolate: id === 'Isolate' ? ISOLATE : null }
  }

  #content(element: Element, around: Around): void {
    const isTold = this.#fields.at(-1)?.isShown === false
    switch (element.localName) {
      case 'fldChar':
        return this.#field(valueOf(element, 'fldCharType'))
      case 'instrText': {
        const field = this.#fields.at(-1)
        if (field !== undefined && field.told.length < 4096) field.told += element.textContent ?? ''
        return
      }
      case 't':
        return isTold ? undefined : this.line.add((element.textContent ?? '').replaceAll(/[\r\n]+/gu, ' '), around)
      case 'tab':
        return this.line.add('\t', around)
      case 'br':
        return /^(?:page|column)$/u.test(valueOf(element, 'type') ?? '') ? undefined : this.line.break(around)
      case 'cr':
        return this.line.break(around)
      case 'noBreakHyphen':
        return this.line.add('\u2011', around)
      case 'sym':
        return this.#reading.losses.add('unknown-content', valueOf(element, 'char') ?? '')
      case 'drawing':
      case 'pict':
      case 'object':
        return this.#drawing(element)
      case 'AlternateContent':
        return this.#alternative(element, around.link)
      default:
    }
  }

  #drawings(parent: Element): void {
    for (const element of elementsOf(parent, 'drawing', 'pict', 'object')) this.#drawing(element)
  }

  /** A picture, a box with text in it, or a drawing of which nothing can be kept. */
  #drawing(drawing: Element): void {
    const found = Array.from(drawing.getElementsByTagName('*'))
    const boxes = found.filter(({ localName }) => localName === 'txbxContent')
    this.boxes.push(...boxes.slice(0, 1))
    const blips = found.filter(({ localName }) => localName === 'blip' || localName === 'imagedata')
    const named = found.find(({ localName }) => localName === 'docPr' || localName === 'cNvPr')
    for (const blip of blips) {
      const relation = this.#reading.relations.get(
        valueOf(blip, 'embed') ?? valueOf(blip, 'id') ?? valueOf(blip, 'link') ?? '',
      )
      const alt = (named?.getAttribute('descr') ?? '').trim()
      this.pictures.push({ source: this.#sourceOf(relation), alt })
    }
    if (blips.length === 0 && boxes.length === 0) this.#reading.losses.add('drawing', drawing.textContent ?? '')
  }

  #sourceOf(relation: Relation | undefined): PictureSource | null {
    if (relation === undefined) return null
    if (relation.isExternal) {
      this.#reading.losses.add('remote-picture', relation.target)
      return null
    }
    const path = relation.target.startsWith('/') ? relation.target.slice(1) : `word/${relation.target}`
    return { kind: 'file', path }
  }
}

/** One object for all isolates that touch: a line takes neighbours of one owner together. */
const ISOLATE = {}

/** @returns a paragraph's words with their marks, its direction, and the pictures and boxes that stand in it. */
export function readParagraph(paragraph: Element, reading: Reading): DocxParagraph {
  const reader = new RunReader(reading)
  reader.read(paragraph, null)
  const inlines = reader.line.take()
  const properties = elementAt(paragraph, 'pPr')
  const bidi = isOn(properties, 'bidi') ?? reading.styles.of(valueOf(elementAt(properties, 'pStyle'))).bidi
  const said = bidi === true ? 'rtl' : bidi === false && reading.styles.isOurs ? 'ltr' : null
  return {
    inlines,
    dir: said ?? (isOn(properties, 'bidi') === false ? 'ltr' : guessDirection(inlines ?? [])),
    pictures: reader.pictures,
    boxes: reader.boxes,
  }
}
