/** The glyphs of a font, each in four hexadecimal digits. */
export type GlyphNames = {
  /** Whether a glyph takes no room, as marks do. */
  isWidthless: (glyph: string) => boolean
  /** Whether a glyph is known to stand for a letter. */
  isLetter: (glyph: string) => boolean
  /** Says what a glyph stands for that may have no name. */
  nameLetter: (glyph: string, character: string) => void
  /** Takes the name of a glyph away. */
  hideMark: (glyph: string) => void
  /** Gives a letter some room that has none: the alif of lam-alif, whose room the lam takes. */
  widen: (glyph: string) => void
}

const FONT = /^\/(?<name>\S+) \S+ Tf$/u
const PLACE = /^(?<a>\S+) 0 0 (?<d>\S+) (?<x>\S+) (?<y>\S+) Tm$/u
const SHOW = /^(?:(?<dx>\S+) (?<dy>\S+) Td )?<(?<glyphs>[0-9A-F]+)> Tj$/u
const SPAN = /^\/Span<<\/ActualText <FEFF(?<text>[0-9A-F]+)> >> BDC$/u

type Place = { readonly x: number; readonly y: number }
type Shown = Place & { readonly glyph: string }

/** @returns a number as PDF writes it, without an exponent. */
const written = (value: number): string => String(Number(value.toFixed(9)))

/** @returns the characters of UTF-16 in hexadecimal digits. */
const decoded = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** Reads the lines of one text object, and writes it with its marks at the end. */
class TextObject {
  readonly #lines: string[] = []
  readonly #marks: string[] = []
  readonly #fontNamed: (name: string) => GlyphNames | null
  #font: GlyphNames | null = null
  /** The line that chose the font, and the one that chose that of the last mark. */
  #choice = ''
  #choiceOfMark = ''
  #isReversed = false
  /** The scale of the text, and its place. */
  #a = 1
  #d = 1
  #x = 0
  #y = 0

  constructor(fontNamed: (name: string) => GlyphNames | null) {
    this.#fontNamed = fontNamed
  }

  /** Adds a line that is no part of a span. */
  add(line: string): void {
    const glyphs = this.#follow(line)?.glyph ?? ''
    const [first, others] = [glyphs.slice(0, 4), glyphs.slice(4)]
    const font = this.#font
    if (first === '' || font?.isWidthless(first) !== true || !font.isLetter(first)) {
      this.#lines.push(line)
      return
    }
    font.widen(first)
    // Its new width must not move the others.
    this.#lines.push(...(others === '' ? [line] : [line.replace(`<${glyphs}>`, `<${first}>`), `0 0 Td <${others}> Tj`]))
  }

  /** Follows what a line does to the font and the place. @returns what it shows; null if it shows nothing. */
  #follow(line: string): Shown | null {
    if (line === '/ReversedChars BMC') this.#isReversed = true
    const { name } = FONT.exec(line)?.groups ?? {}
    if (name !== undefined) {
      this.#choice = line
      this.#font = this.#fontNamed(name)
    }
    const place = PLACE.exec(line)?.groups
    if (place !== undefined) {
      this.#a = Number(place['a'])
      this.#d = Number(place['d'])
      this.#x = Number(place['x'])
      this.#y = Number(place['y'])
    }
    const show = SHOW.exec(line)?.groups
    if (show === undefined) return null
    this.#x += this.#a * Number(show['dx'] ?? 0)
    this.#y += this.#d * Number(show['dy'] ?? 0)
    return { glyph: show['glyphs'] ?? '', x: this.#x, y: this.#y }
  }

  /** Adds what Chromium names together: a letter with its marks. Anything else stays as it is. */
  addSpan(opening: string, inner: readonly string[]): void {
    const others: string[] = []
    const shown: Shown[] = []
    let from: Place = { x: this.#x, y: this.#y }
    for (const line of inner) {
      const one = this.#follow(line)
      if (one !== null) shown.push(one)
      else {
        others.push(line)
        from = { x: this.#x, y: this.#y }
      }
    }
    const character = decoded(SPAN.exec(opening)?.groups?.['text'] ?? '').replaceAll(/\p{M}/gu, '')
    // The first glyph is the one at the left, where marks of a right-to-left line stand before their letter.
    const letter = this.#isReversed ? shown.at(-1) : shown[0]
    const marks = shown.filter((one) => one !== letter)
    const font = this.#font
    const isParted =
      marks.length > 0 && marks.every(({ glyph }) => glyph.length === 4 && font?.isWidthless(glyph) === true)
    if (font === null || letter?.glyph.length !== 4 || !/^.$/su.test(character) || !isParted) {
      this.#lines.push(opening, ...inner, 'EMC')
      return
    }
    font.nameLetter(letter.glyph, character)
    if (font.isWidthless(letter.glyph)) font.widen(letter.glyph)
    this.#lines.push(...others, `${this.#move(from, letter)} <${letter.glyph}> Tj`)
    const end = { x: this.#x, y: this.#y }
    if (end.x !== letter.x || end.y !== letter.y) this.#lines.push(this.#move(letter, end))
    for (const mark of marks) this.#addMark(font, mark)
  }

  #move(from: Place, to: Place): string {
    return `${written((to.x - from.x) / this.#a)} ${written((to.y - from.y) / this.#d)} Td`
  }

  #addMark(font: GlyphNames, { glyph, x, y }: Shown): void {
    font.hideMark(glyph)
    if (this.#choice !== this.#choiceOfMark) this.#marks.push(this.#choice)
    this.#choiceOfMark = this.#choice
    this.#marks.push(`${[this.#a, 0, 0, this.#d, x, y].map(written).join(' ')} Tm`, `<${glyph}> Tj`)
  }

  /** @returns the lines of the text object. */
  end(): string[] {
    if (this.#marks.length === 0) return this.#lines
    return [...this.#lines, '/Span<</ActualText <FEFF> >> BDC', ...this.#marks, 'EMC']
  }
}

/**
 * Draws the marks of vocalised words after the letters of their line.
 * @param content the operators of a page, as Chromium writes them: a line each
 * @param fontNamed gives the font that a name of the page's resources stands for; null to leave what it shows as it is
 * @returns the operators, which draw the same
 */
export function partHarakat(content: string, fontNamed: (name: string) => GlyphNames | null): string {
  const lines: string[] = []
  let text: TextObject | null = null
  let span: { opening: string; inner: string[] } | null = null
  for (const line of content.split('\n')) {
    if (text === null) {
      lines.push(line)
      if (line === 'BT') text = new TextObject(fontNamed)
    } else if (span !== null) {
      if (line === 'EMC') {
        text.addSpan(span.opening, span.inner)
        span = null
      } else span.inner.push(line)
    } else if (SPAN.test(line)) span = { opening: line, inner: [] }
    else if (line === 'ET') {
      lines.push(...text.end(), line)
      text = null
    } else text.add(line)
  }
  return lines.join('\n')
}
