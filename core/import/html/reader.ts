import type { Direction } from '../../article/block.ts'
import { ISO_DAY } from '../../article/blocks/correction.ts'
import { isWebUrl } from '../../article/inline.ts'
import { readFigure } from './figure.ts'
import { guessDirection, joinedLines, Line, NOTHING_AROUND, type Around } from './line.ts'
import { readList } from './list.ts'
import { readLines, type LooseBlock, type Reading } from './loose.ts'
import { emojiOf, pictureBlocks } from './pictures.ts'
import { readQuote } from './quote.ts'
import { readTable } from './table.ts'
import {
  firstBelow,
  hasClass,
  glimpseOf,
  textOf,
  topmostBelow,
  without,
  type HtmlElement,
  type HtmlNode,
} from './tree.ts'
import { wordsIn } from '../kept.ts'
import type { LossCode } from '../losses.ts'
import { isHidden, withinBlock, withinInline } from './within.ts'

const BLOCKS = new Set(
  'p div section article main header footer aside address center pre xmp dialog details summary dl dt dd figcaption caption hgroup fieldset legend body html'.split(
    ' ',
  ),
)
/** None of it is text of the article that somebody saw. */
const GONE = new Set(
  'script style noscript template frame frameset head title meta link base input noembed noframes datalist param source track'.split(
    ' ',
  ),
)
const FURNITURE = new Set(['nav', 'form', 'menu', 'button', 'select', 'textarea'])
/** Their words are shown where what they stand for cannot be. */
const OBJECTS = new Set(['object', 'applet'])
const DRAWINGS = new Set(['svg', 'math', 'canvas'])
const MEDIA = new Set(['iframe', 'video', 'audio', 'embed'])
const SUBHEADS: Readonly<Record<string, 2 | 3>> = { h1: 2, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 }

/** The classes by which pages, ours among them, name the parts of the head. */
const HEAD_CLASSES: readonly (readonly [type: string, ...classes: string[]])[] = [
  ['kicker', 'kicker', 'eyebrow', 'overline'],
  ['deck', 'deck', 'standfirst', 'subtitle', 'sub-title'],
  ['byline', 'byline'],
  ['dateline', 'dateline'],
]
const MAX_HEAD_TEXT = 1000

/** Reads elements into blocks, line by line. */
class BlockReader {
  readonly blocks: LooseBlock[] = []
  readonly #reading: Reading
  readonly #line = new Line()
  #type: { type: string; level?: 2 | 3 } = { type: 'paragraph' }

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** Ends the line that is being gathered. */
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
    if (GONE.has(name)) return
    const code = lossOf(node)
    if (code !== null) {
      const words = shownText(node)
      if (words !== '' || code === 'drawing' || code === 'deleted-text') losses.add(code, words)
      return
    }
    if (name === 'br') this.#break(around)
    else if (name === 'q') this.#quoted(node, around)
    else if (name === 'img') this.#picture(node, around)
    else if (MEDIA.has(name)) this.#media(node, around)
    else if (!this.#readBlock(node, around)) this.readAll(node.children, withinInline(node, around, losses))
  }

  /** @returns whether the element stands on lines of its own. */
  #readBlock(node: HtmlElement, around: Around): boolean {
    const inside = withinBlock(node, around)
    const head = headType(node)
    if (head !== null) return this.#as({ type: head }, node, inside)
    if (node === this.#reading.headline) return this.#as({ type: 'headline' }, node, withoutBold(inside))
    const level = SUBHEADS[node.name]
    if (level !== undefined) {
      if (/^h[4-6]$/u.test(node.name)) this.#reading.losses.add('heading-level', glimpseOf(node))
      return this.#as({ type: 'subhead', level }, node, withoutBold(inside))
    }
    switch (node.name) {
      case 'hr':
        return this.#push(around, { type: 'separator', dir: 'rtl', children: [] })
      case 'ul':
      case 'ol':
        return this.#push(around, ...readList(node, inside, this.#reading))
      case 'blockquote':
        return this.#push(around, ...readQuote(node, inside, this.#reading))
      case 'table':
        return this.#push(around, ...readTable(node, inside, this.#reading))
      case 'figure':
        return this.#push(around, ...readFigure(node, inside, this.#reading))
      case 'pre':
        return this.#apart(node, { ...inside, isExact: true })
      default:
        return this.#readNamed(node, inside, around)
    }
  }

  #readNamed(node: HtmlElement, inside: Around, around: Around): boolean {
    // What Midad wrote above an issue that may not be published: it is no part of the article.
    if (node.name === 'aside' && hasClass(node, 'midad-notice')) return this.#push(around)
    if (node.name === 'aside' && hasClass(node, 'pullquote')) return this.#as({ type: 'pullquote' }, node, inside)
    if (node.name === 'aside' && hasClass(node, 'correction'))
      return this.#push(around, ...this.#correction(node, inside))
    if (node.name === 'aside' && hasClass(node, 'factbox')) return this.#push(around, this.#factbox(node, inside))
    if (node.name === 'aside' && hasClass(node, 'related')) return this.#push(around, ...this.#related(node, inside))
    if (hasClass(node, 'gallery', 'wp-block-gallery') && firstBelow(node, 'figure', 'img') !== undefined) {
      return this.#push(around, ...gallery(node, inside, this.#reading))
    }
    if (BLOCKS.has(node.name) || node.name === 'li' || /^t[rdh]$/u.test(node.name)) return this.#apart(node, inside)
    return false
  }

  #push(around: Around, ...blocks: readonly LooseBlock[]): true {
    this.flush(around)
    this.blocks.push(...blocks)
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

  /** Reads an element whose lines are one block together. */
  #as(type: { type: string; level?: 2 | 3 }, node: HtmlElement, inside: Around): true {
    this.flush(inside)
    const before = this.#type
    this.#type = type
    this.#apart(node, inside)
    this.#type = before
    return true
  }

  /** What it says of itself, and when, stands before its words. */
  #correction(node: HtmlElement, inside: Around): LooseBlock[] {
    const isHead = (child: HtmlNode): child is HtmlElement =>
      child.type === 'element' && hasClass(child, 'correction-head')
    for (const head of node.children) if (isHead(head)) this.#tellOfHead(head)
    const date = node.attributes['data-date'] ?? firstBelow(node, 'time')?.attributes['datetime'] ?? ''
    const lines = readLines(
      node.children.filter((child) => !isHead(child)),
      inside,
      this.#reading,
    )
    const [first] = lines
    if (first === undefined) return []
    const children = joinedLines(lines.map((line) => line.children))
    return [{ type: 'correction', dir: inside.dir ?? first.dir, ...(ISO_DAY.test(date) ? { date } : {}), children }]
  }

  /** The name of a correction and its day are made anew; what else stands beside them is not. */
  #tellOfHead(head: HtmlElement): void {
    const words = shownText(without(head, ({ name }) => name === 'strong' || name === 'time'))
    if (wordsIn(words).length > 0) this.#reading.losses.add('other-text', words)
  }

  #factbox(node: HtmlElement, inside: Around): LooseBlock {
    const blocks = this.#reading.blocks(node.children, inside)
    const [first] = blocks
    const isTitled = first?.type === 'subhead'
    const dir = inside.dir ?? first?.dir ?? 'rtl'
    const title = isTitled ? { ...first, type: 'factbox-title' } : { type: 'factbox-title', dir, children: [] }
    return { type: 'factbox', dir, children: [title, ...(isTitled ? blocks.slice(1) : blocks)] }
  }

  #related(node: HtmlElement, inside: Around): LooseBlock[] {
    const items = topmostBelow(node, ({ name }) => name === 'li').map((item) => {
      const own = withinBlock(item, inside)
      const link = firstBelow(item, 'a')
      const href = link?.attributes['href'] ?? ''
      const url = isWebUrl(href) && href.length <= 2048 ? href : ''
      // The item is the link: within it, its words are just words. Its address alone is no title.
      const lines = readLines(url === '' ? item.children : unlinked(item).children, own, this.#reading)
      const [line] = lines
      const isBare = line !== undefined && url !== '' && textOf(item) === url
      const children = isBare ? [] : joinedLines(lines.map((each) => each.children))
      return { type: 'related-item', dir: own.dir ?? line?.dir ?? 'rtl', url, children }
    })
    if (items.length === 0) return this.#reading.blocks(node.children, inside)
    const beside = this.#reading.blocks(without(node, ({ name }) => name === 'li').children, inside)
    return [...beside, { type: 'related', dir: inside.dir ?? items[0]?.dir ?? 'rtl', children: items }]
  }

  #picture(node: HtmlElement, around: Around): void {
    const emoji = emojiOf(node)
    if (emoji !== null) this.#line.add(emoji, around)
    else this.#push(around, ...pictureBlocks(node, around, this.#reading))
  }

  /** What would be loaded from elsewhere becomes a card of its address. */
  #media(node: HtmlElement, around: Around): void {
    const address = node.attributes['src'] ?? firstBelow(node, 'source')?.attributes['src'] ?? ''
    const url = address.startsWith('//') ? `https:${address}` : address
    if (isWebUrl(url) && url.length <= 2048) {
      this.#push(around, { type: 'embed', dir: around.dir ?? 'rtl', url, children: [] })
    } else this.#reading.losses.add('media', address)
  }
}

/** @returns as what the words of an element are told of; null for one that is read. */
function lossOf(node: HtmlElement): LossCode | null {
  const { name, attributes } = node
  if (isHidden(node) || (name === 'dialog' && !('open' in attributes))) return 'hidden-text'
  if (FURNITURE.has(name)) return 'page-furniture'
  if (DRAWINGS.has(name)) return 'drawing'
  if (OBJECTS.has(name)) return 'media'
  return name === 'del' ? 'deleted-text' : null
}

/** What parts words though no space stands there, beside the elements on lines of their own. */
const PARTING = new Set('br li ul ol tr td th table blockquote figure option button select hr'.split(' '))

/** @returns the words of an element that a page would show, as one line. */
export function shownText(node: HtmlElement): string {
  const parts: string[] = []
  const visit = (each: HtmlNode): void => {
    if (each.type === 'text') parts.push(each.text)
    else if (!GONE.has(each.name)) {
      each.children.forEach(visit)
      if (BLOCKS.has(each.name) || PARTING.has(each.name) || SUBHEADS[each.name] !== undefined) parts.push(' ')
    }
  }
  visit(node)
  return parts.join('').replaceAll(/\s+/gu, ' ').trim()
}

/** @returns the part of the head that an element says it is. */
function headType(node: HtmlElement): string | null {
  if (!BLOCKS.has(node.name) && SUBHEADS[node.name] === undefined) return null
  const [type] = HEAD_CLASSES.find(([, ...classes]) => hasClass(node, ...classes)) ?? []
  return type !== undefined && textOf(node).length <= MAX_HEAD_TEXT ? type : null
}

/** @returns an element whose links are just their words. */
function unlinked(node: HtmlElement): HtmlElement {
  const children = node.children.map((child): HtmlNode => {
    if (child.type === 'text') return child
    return unlinked(child.name === 'a' ? { ...child, name: 'span', attributes: { ...child.attributes } } : child)
  })
  return { ...node, children }
}

/** A heading is heavy by itself: a bold that says so again says nothing. */
function withoutBold(around: Around): Around {
  const { bold: _bold, ...marks } = around.marks
  return { ...around, marks }
}

function gallery(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const blocks = reading.blocks(node.children, inside)
  const figures = blocks.filter(({ type }) => type === 'figure')
  if (figures.length === 0) return blocks
  const dir = inside.dir ?? figures[0]?.dir ?? 'rtl'
  return [{ type: 'gallery', dir, children: figures }, ...blocks.filter(({ type }) => type !== 'figure')]
}

/**
 * Reads a page, or a part of one, into blocks. Structure, bold, italic, underline, links, isolates, lists, tables and
 * pictures that are in the page itself are kept; styles, scripts, and whatever would have to be fetched are not.
 * @param dir the direction of what does not say its own; null: each line is looked at
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
