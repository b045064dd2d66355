import type { Direction } from '../../article/block.ts'
import { isContainerType } from '../../article/block-types.ts'
import { isWebUrl } from '../../article/inline.ts'
import { asideReader } from './asides.ts'
import { lineContainers } from '../line-container.ts'
import { isBlockElement, isGone, isMedia, namedType, lossOf, shownText, subheadLevel } from './elements.ts'
import { readFigure } from './figure.ts'
import { readGallery } from './gallery.ts'
import { guessDirection, Line, NOTHING_AROUND, type Around } from './line.ts'
import { readList } from './list.ts'
import { readFixedLines } from './fixed-lines.ts'
import type { LooseBlock, Reading } from './loose.ts'
import { emojiOf, pictureBlocks } from './pictures.ts'
import { readQuote } from './quote.ts'
import { readTable } from './table.ts'
import { firstBelow, hasClass, glimpseOf, type HtmlElement, type HtmlNode } from './tree.ts'
import { withinBlock, withinInline } from './within.ts'

/** Reads elements into blocks. Text is collected into a line, which a block element ends. */
class BlockReader {
  readonly blocks: LooseBlock[] = []
  readonly #reading: Reading
  readonly #line = new Line()
  #type: { type: string; level?: 2 | 3 } = { type: 'paragraph' }

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** Ends the current line. */
  flush(around: Around): void {
    const inlines = this.#line.take()
    if (inlines === null) return
    this.blocks.push({ ...this.#type, dir: around.dir ?? guessDirection(inlines), children: inlines })
  }

  readAll(nodes: readonly HtmlNode[], around: Around): void {
    for (const node of nodes) this.read(node, around)
  }

  read(node: HtmlNode, around: Around): void {
    if (node.type === 'text') {
      this.#line.add(node.text, around)
      return
    }
    const { name } = node
    const { losses } = this.#reading
    if (isGone(node)) return
    const code = lossOf(node)
    if (code !== null) {
      const words = shownText(node)
      if (words !== '' || code === 'drawing' || code === 'deleted-text') losses.add(code, words)
      return
    }
    if (name === 'br') this.#break(around)
    else if (name === 'q') this.#quoted(node, around)
    else if (name === 'img') this.#picture(node, around)
    else if (isMedia(node)) this.#media(node, around)
    else if (!this.#readBlock(node, around)) this.readAll(node.children, withinInline(node, around, losses))
  }

  /** @returns whether the element is a block, which this has read. */
  #readBlock(node: HtmlElement, around: Around): boolean {
    const inside = withinBlock(node, around)
    const named = namedType(node)
    if (named?.read === 'line') return this.#as({ type: named.type }, node, inside)
    if (named?.read === 'lines' && isContainerType(named.type)) {
      const lines = readFixedLines(named.type, node, { ...inside, isExact: node.name === 'pre' }, this.#reading)
      return this.#push(around, lineContainers(named.type, lines))
    }
    if (node === this.#reading.headline) return this.#as({ type: 'headline' }, node, withoutBold(inside))
    const level = subheadLevel(node)
    if (level !== null) {
      if (/^h[4-6]$/u.test(node.name)) this.#reading.losses.add('heading-level', glimpseOf(node))
      return this.#as({ type: 'subhead', level }, node, withoutBold(inside))
    }
    switch (node.name) {
      case 'hr':
        return this.#push(around, [{ type: 'separator', dir: 'rtl', children: [] }])
      case 'ul':
      case 'ol':
        return this.#push(around, readList(node, inside, this.#reading))
      case 'blockquote':
        return this.#push(around, readQuote(node, inside, this.#reading))
      case 'table':
        return this.#push(around, readTable(node, inside, this.#reading))
      case 'figure':
        return this.#push(around, readFigure(node, inside, this.#reading))
      case 'pre':
        return this.#apart(node, { ...inside, isExact: true })
      default:
        return this.#readNamed(node, inside, around)
    }
  }

  #readNamed(node: HtmlElement, inside: Around, around: Around): boolean {
    const readAside = asideReader(node)
    if (readAside !== null) return this.#push(around, readAside(node, inside, this.#reading))
    if (hasClass(node, 'gallery', 'wp-block-gallery') && firstBelow(node, 'figure', 'img') !== undefined) {
      return this.#push(around, readGallery(node, inside, this.#reading))
    }
    if (isBlockElement(node)) return this.#apart(node, inside)
    return false
  }

  #push(around: Around, blocks: readonly LooseBlock[]): true {
    this.flush(around)
    for (const block of blocks) this.blocks.push(block)
    return true
  }

  #break(around: Around): void {
    this.#line.break(around)
  }

  #quoted(node: HtmlElement, around: Around): void {
    this.#line.add('«', around)
    this.readAll(node.children, withinInline(node, around, this.#reading.losses))
    this.#line.add('»', around)
  }

  #apart(node: HtmlElement, inside: Around): true {
    this.flush(inside)
    this.readAll(node.children, inside)
    this.flush(inside)
    return true
  }

  /** Reads an element whose lines are blocks of one type. */
  #as(type: { type: string; level?: 2 | 3 }, node: HtmlElement, inside: Around): true {
    this.flush(inside)
    const before = this.#type
    this.#type = type
    this.#apart(node, inside)
    this.#type = before
    return true
  }

  #picture(node: HtmlElement, around: Around): void {
    const emoji = emojiOf(node)
    if (emoji !== null) this.#line.add(emoji, around)
    else this.#push(around, pictureBlocks(node, around, this.#reading))
  }

  /** Media on another server becomes an embed with its address. */
  #media(node: HtmlElement, around: Around): void {
    const address = node.attributes['src'] ?? firstBelow(node, 'source')?.attributes['src'] ?? ''
    const url = address.startsWith('//') ? `https:${address}` : address
    if (isWebUrl(url) && url.length <= 2048) {
      this.#push(around, [{ type: 'embed', dir: around.dir ?? 'rtl', url, children: [] }])
    } else this.#reading.losses.add('media', address)
  }
}

/** A heading is bold by itself, so bold inside it means nothing. */
function withoutBold(around: Around): Around {
  const { bold: _bold, ...marks } = around.marks
  return { ...around, marks }
}

/**
 * Reads a page, or a part of one, into blocks. Structure, bold, italic, underline, links, isolates, lists, tables and
 * pictures inside the page are kept. Styles, scripts, and anything that would have to be fetched are not.
 * @param dir the direction of text that does not state its own; null to guess it for each line
 */
export function readNodes(
  nodes: readonly HtmlNode[],
  dir: Direction | null,
  about: Omit<Reading, 'blocks'>,
): LooseBlock[] {
  const reading: Reading = {
    ...about,
    blocks: (part, inside) => {
      const reader = new BlockReader(reading)
      reader.readAll(part, { ...inside, link: null, isolate: null })
      reader.flush(inside)
      return reader.blocks
    },
  }
  return reading.blocks(nodes, { ...NOTHING_AROUND, dir })
}
