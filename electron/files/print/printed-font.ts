import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
} from 'pdf-lib'
import { readCharacters, writeCharacters, type Characters } from './character-map.ts'
import { readWidths, writtenWidths, type Widths } from './glyph-widths.ts'
import type { GlyphNames } from './part-harakat.ts'

/** Readers leave this character out; a glyph without any would be a box in copied text. */
const NOTHING = '\u2060'

/** In thousandths of an em, of a letter whose room another one takes. */
const LETTER_WIDTH = 1

const numberOf = (glyph: string): number => Number.parseInt(glyph, 16)

/** A font as Chromium writes it: its glyphs, their widths, and what they stand for. */
export class PrintedFont implements GlyphNames {
  readonly #descendant: PDFDict
  readonly #widths: Widths
  /** The width of glyphs that are not listed. */
  readonly #otherWidth: number
  readonly #toUnicode: PDFRef
  readonly #map: string
  readonly #characters: Characters
  #isNamed = false
  /** They are still seen as without room, so that what is drawn after each is placed by itself. */
  readonly #widened = new Set<number>()

  private constructor(descendant: PDFDict, toUnicode: PDFRef, map: string) {
    this.#descendant = descendant
    this.#widths = readWidths(descendant)
    this.#otherWidth = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000
    this.#toUnicode = toUnicode
    this.#map = map
    this.#characters = readCharacters(map)
  }

  /** @returns the font; null for one that does not say what its glyphs stand for. */
  static read(document: PDFDocument, dictionary: PDFDict): PrintedFont | null {
    const descendant = dictionary.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)
    const ref = dictionary.get(PDFName.of('ToUnicode'))
    const stream = document.context.lookup(ref)
    if (descendant === undefined || !(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) return null
    return new PrintedFont(descendant, ref, Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1'))
  }

  isWidthless(glyph: string): boolean {
    return (this.#widths.get(numberOf(glyph)) ?? this.#otherWidth) === 0
  }

  isLetter(glyph: string): boolean {
    return /\p{L}/u.test(this.#characters.get(glyph) ?? '')
  }

  nameLetter(glyph: string, character: string): void {
    const known = this.#characters.get(glyph)
    if (known !== undefined && known !== '\0') return
    this.#characters.set(glyph, character)
    this.#isNamed = true
  }

  hideMark(glyph: string): void {
    this.#characters.set(glyph, NOTHING)
    this.#isNamed = true
  }

  widen(glyph: string): void {
    this.#widened.add(numberOf(glyph))
  }

  /** Writes what has changed. */
  write({ context }: PDFDocument): void {
    if (this.#isNamed)
      context.assign(this.#toUnicode, context.flateStream(writeCharacters(this.#map, this.#characters)))
    if (this.#widened.size === 0) return
    const widths = new Map(this.#widths)
    for (const glyph of this.#widened) widths.set(glyph, LETTER_WIDTH)
    this.#descendant.set(PDFName.of('W'), context.obj(writtenWidths(widths)))
  }
}
