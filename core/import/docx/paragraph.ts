import type { Element } from '@xmldom/xmldom'
import type { Direction } from '../../article/block.ts'
import { isSafeUrl } from '../../article/inline.ts'
import { guessDirection, Line, NOTHING_AROUND, type Around, type Marks } from '../html/line.ts'
import type { PictureSource } from '../imported.ts'
import type { Losses } from '../losses.ts'
import { elementAt, elementsOf } from '../xml.ts'
import { partsOfDrawing, sourceOf } from './drawing-parts.ts'
import type { Identities } from './identities.ts'
import { MAKER_MARK } from './marks.ts'
import type { OpenComments } from './open-comments.ts'
import { chosenOf, isOn, valueOf, wordsOf, type Relation } from './parts.ts'
import type { Style, Styles } from './styles.ts'

/** What reading a paragraph needs. */
export type Reading = {
  readonly styles: Styles
  readonly relations: ReadonlyMap<string, Relation>
  readonly losses: Losses
  readonly identities: Identities
  readonly comments: OpenComments
  /** @returns the number of who tracked a change of an element; null for none. */
  readonly makerOf: (element: Element) => number | null
}

/** A picture in a paragraph, with its alternative text. */
export type DocxPicture = { source: PictureSource | null; alt: string }

export type DocxParagraph = {
  inlines: ReturnType<Line['take']>
  dir: Direction
  id: string
  /** Who tracked a change of its mark. */
  maker: number | null
  pictures: DocxPicture[]
  /** The paragraphs and tables of text boxes that are anchored here. */
  boxes: Element[]
}

/** Elements that only wrap their content. */
const WRAPPERS = new Set(['smartTag', 'sdt', 'sdtContent', 'bdo', 'dir', 'customXml'])
/** Drawings, and objects of other programs. */
const DRAWINGS = new Set(['drawing', 'pict', 'object'])

/** Reads the runs of one paragraph. */
class RunReader {
  readonly line: Line
  readonly pictures: DocxPicture[] = []
  readonly boxes: Element[] = []
  readonly #reading: Reading
  readonly #isExact: Around
  /** The text properties of the paragraph's style. */
  readonly #isHidden: boolean
  readonly #links = new Map<string, { url: string }>()
  /**
   * The open fields, innermost last: each with its instruction, its link or the one around it, and whether its result has
   * begun.
   */
  readonly #fields: { instruction: string; link: { url: string } | null; isShown: boolean }[] = []

  constructor(reading: Reading, { role, vanish }: Style) {
    this.#reading = reading
    // In a verse it stands after the place of an empty first half.
    this.line = new Line({ keepsFirstBreak: role === 'verse' })
    this.#isHidden = vanish === true
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
    else if (name === 'oMath' || name === 'oMathPara') this.#reading.losses.add('drawing', wordsOf(element))
    else if (WRAPPERS.has(name)) this.read(element, link)
    else if (!this.#reading.comments.note(element)) this.#reportUnread(element)
  }

  /** Reports the words of an element that is not read. */
  #reportUnread(element: Element): void {
    const words = wordsOf(element)
    if (words !== '') this.#reading.losses.add('unknown-content', words)
  }

  /** Newer programs write some content twice, for themselves and for older ones. One is read. */
  #alternative(element: Element, link: { url: string } | null): void {
    const chosen = chosenOf(element)
    if (chosen === undefined) return
    for (const child of elementsOf(chosen)) {
      if (DRAWINGS.has(child.localName ?? '')) this.#drawing(child)
      else this.#readElement(child, link)
    }
  }

  /** Some programs write a link once for each run: neighbours with the same relationship are one link. */
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
    this.#reading.losses.add('unsafe-link', `${wordsOf(element)} ${url}`)
    return null
  }

  #linkOfField(instruction: string): { url: string } | null {
    const url = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"/iu.exec(instruction)?.[1]
    return url !== undefined && url.length <= 2048 && isSafeUrl(url) ? { url } : null
  }

  #field(kind: string | null): void {
    const field = this.#fields.at(-1)
    if (kind === 'begin') this.#fields.push({ instruction: '', link: field?.link ?? null, isShown: false })
    else if (kind === 'separate' && field !== undefined) {
      field.link = this.#linkOfField(field.instruction) ?? field.link
      field.isShown = true
    } else if (kind === 'end') this.#fields.pop()
  }

  #run(run: Element, link: { url: string } | null): void {
    const properties = elementAt(run, 'rPr')
    const style = valueOf(elementAt(properties, 'rStyle'))
    const said = isOn(properties, 'vanish') ?? (style === null ? null : this.#reading.styles.of(style).vanish)
    if (said ?? this.#isHidden) {
      const words = wordsOf(run)
      if (words !== '') this.#reading.losses.add('hidden-text', words)
      // The instruction of a field has its own runs, hidden or not.
      for (const element of elementsOf(run, 'fldChar', 'instrText')) this.#content(element, this.#isExact, false)
      return
    }
    const around = this.#aroundOf(run, properties, link)
    if (this.#isLost(properties)) this.#reading.losses.add('formatting', wordsOf(run))
    const isIsolated = this.#reading.styles.isOurs && isOn(properties, 'rtl') !== true
    for (const element of elementsOf(run)) this.#content(element, around, isIsolated)
  }

  /** An isolate that Midad wrote has direction marks on either side, which are no part of the text. */
  #text(element: Element, isIsolated: boolean): string {
    const text = (element.textContent ?? '').replaceAll(/[\r\n]+/gu, ' ')
    return isIsolated ? withoutMarks(text) : text
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

  #aroundOf(run: Element, properties: Element | undefined, link: { url: string } | null): Around {
    const id = valueOf(elementAt(properties, 'rStyle'))
    const style = id === null ? null : this.#reading.styles.of(id)
    // Bold and italic of a right-to-left run are separate properties in Word.
    const suffix = isOn(properties, 'rtl') === true ? 'Cs' : ''
    const maker = this.#reading.makerOf(run)
    const marks: Marks & Record<string, unknown> = this.#reading.comments.marks()
    if (maker !== null) marks[MAKER_MARK] = maker
    if (isOn(properties, `b${suffix}`) ?? style?.bold === true) marks.bold = true
    if (isOn(properties, `i${suffix}`) ?? style?.italic === true) marks.italic = true
    if (isOn(properties, 'u') === true) marks.underline = true
    const field = this.#fields.at(-1)?.link ?? null
    return { ...this.#isExact, marks, link: link ?? field, isolate: id === 'Isolate' ? ISOLATE : null }
  }

  #content(element: Element, around: Around, isIsolated: boolean): void {
    const isInstruction = this.#fields.at(-1)?.isShown === false
    switch (element.localName) {
      case 'fldChar':
        return this.#field(valueOf(element, 'fldCharType'))
      case 'instrText': {
        const field = this.#fields.at(-1)
        if (field !== undefined && field.instruction.length < 4096) field.instruction += element.textContent ?? ''
        return
      }
      case 't':
        return isInstruction ? undefined : this.line.add(this.#text(element, isIsolated), around)
      case 'tab':
      case 'ptab':
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
      case 'ruby':
        return this.#ruby(element, around.link)
      case 'commentReference':
        return void this.#reading.comments.note(element)
      default:
        return this.#reportUnread(element)
    }
  }

  /** The base text stays; the ruby text above it is reported. */
  #ruby(ruby: Element, link: { url: string } | null): void {
    for (const base of elementsOf(ruby, 'rubyBase')) this.read(base, link)
    const read = elementAt(ruby, 'rt')
    if (read !== undefined && wordsOf(read) !== '') this.#reading.losses.add('notes', wordsOf(read))
  }

  /** Reads the pictures and text boxes of a drawing. The words of any other drawing are reported. */
  #drawing(drawing: Element): void {
    const { losses, relations } = this.#reading
    const { boxes, blips, words, alt } = partsOfDrawing(drawing)
    for (const box of boxes) this.boxes.push(box)
    for (const blip of blips) {
      const relation = relations.get(valueOf(blip, 'embed') ?? valueOf(blip, 'id') ?? valueOf(blip, 'link') ?? '')
      this.pictures.push({ source: sourceOf(relation, losses), alt })
    }
    if (words !== '' || (blips.length === 0 && boxes.length === 0)) losses.add('drawing', words)
  }
}

/** One object for all isolates, so that a line joins neighbouring ones. */
const ISOLATE = {}

function withoutMarks(text: string): string {
  const inner = /^\u200F?\u200E(.*)\u200E\u200F?$/su.exec(text)?.[1]
  // With an override inside where the digits are Arabic-Indic.
  return inner === undefined ? text : inner.replace(/^\u202D([^\u202C]*)\u202C$/u, '$1')
}

/** @returns a paragraph's text with its marks, its direction, and the pictures and text boxes in it. */
export function readParagraph(paragraph: Element, reading: Reading): DocxParagraph {
  const properties = elementAt(paragraph, 'pPr')
  const style = reading.styles.of(valueOf(elementAt(properties, 'pStyle')))
  const bidi = isOn(properties, 'bidi') ?? style.bidi
  const reader = new RunReader(reading, style)
  reader.read(paragraph, null)
  const inlines = reader.line.take()
  const said = bidi === true ? 'rtl' : bidi === false && reading.styles.isOurs ? 'ltr' : null
  return {
    inlines,
    id: reading.identities.of(paragraph),
    maker: reading.makerOf(paragraph),
    dir: said ?? (isOn(properties, 'bidi') === false ? 'ltr' : guessDirection(inlines ?? [])),
    pictures: reader.pictures,
    boxes: reader.boxes,
  }
}
