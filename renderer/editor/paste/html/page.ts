import type { Block, Direction, List, ListItem } from '#core/article/block.ts'
import { MAX_LIST_DEPTH } from '#core/article/blocks/list.ts'
import { figure, paragraph, quote, separator, subhead, type NewId } from '#core/article/factories.ts'
import type { Inline } from '#core/article/inline.ts'
import { guessDirection } from '#core/import/html/line.ts'
import { ANNOTATION } from './annotate.ts'
import { LineBuffer, contextIn, withoutBold, type Context } from './inlines.ts'
import { sanitisedBody } from './sanitise.ts'
import { dataCells, pastedTable } from './table.ts'

/** The content of a pasted page. */
export type PastedPage = {
  blocks: Block[]
  /** The pictures as data URLs, by the id of their figure. */
  pictures: Map<string, string>
  /** The texts of Word comments and footnotes. They are not among the blocks. */
  notes: string[]
}

/** Elements that start and end a line. */
const BLOCK_TAGS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE ADDRESS CENTER PRE DETAILS DL DT DD FIGCAPTION CAPTION'.split(' '),
)
const SUBHEADS: Readonly<Record<string, 2 | 3>> = { H1: 2, H2: 2, H3: 3, H4: 3, H5: 3, H6: 3 }

/** Deeper nesting is read as plain text, so that it cannot exhaust the stack. */
const MAX_DEPTH = 200

/** Reads a sanitised page into blocks, one line at a time. */
class PageReader {
  readonly blocks: Block[] = []
  readonly pictures = new Map<string, string>()
  readonly notes: string[] = []
  readonly #newId: NewId
  readonly #line = new LineBuffer()
  #makeBlock: (inlines: Inline[], dir: Direction) => Block

  constructor(newId: NewId) {
    this.#newId = newId
    this.#makeBlock = this.#paragraph
  }

  readonly #paragraph = (inlines: Inline[], dir: Direction): Block => ({
    ...paragraph(this.#newId),
    dir,
    children: inlines,
  })

  /** Ends the current line and adds its block. */
  flush(around: Context): void {
    const inlines = this.#line.take()
    if (inlines === null) return
    this.blocks.push(this.#makeBlock(inlines, around.dir ?? guessDirection(inlines)))
  }

  read(node: Node, around: Context, depth: number): void {
    if (node.nodeType === Node.TEXT_NODE) return this.#line.add(node.nodeValue ?? '', around)
    if (!(node instanceof Element)) return
    if (depth > MAX_DEPTH) return this.#line.add(` ${node.textContent} `, around)
    const inside = contextIn(node, around)
    if (node.getAttribute(ANNOTATION.note) === '1') return this.#note(node)
    const item = node.getAttribute(ANNOTATION.item)
    if (item !== null) return this.#wordItem(node, item, inside, depth)
    const level = SUBHEADS[node.tagName]
    if (level !== undefined)
      return this.#linesAs(
        (inlines, dir) => ({ ...subhead(this.#newId, '', level), dir, children: withoutBold(inlines) }),
        node,
        inside,
        depth,
      )
    switch (node.tagName) {
      case 'BR':
        if (this.#line.break()) this.flush(around)
        return
      case 'HR':
        this.flush(around)
        this.blocks.push(separator(this.#newId))
        return
      case 'IMG':
        return this.#picture(node, around)
      case 'UL':
      case 'OL':
        return this.#list(node, inside, depth)
      case 'BLOCKQUOTE':
        return this.#quote(node, inside, depth)
      case 'TABLE':
        return this.#table(node, inside, depth)
      case 'LI':
      case 'TR':
      case 'TD':
      case 'TH':
        return this.#ownLines(node, inside, depth)
      default:
        return BLOCK_TAGS.has(node.tagName) ? this.#ownLines(node, inside, depth) : this.#children(node, inside, depth)
    }
  }

  #children(node: Element, around: Context, depth: number): void {
    for (const child of node.childNodes) this.read(child, around, depth + 1)
  }

  /** Reads an element that starts and ends a line. */
  #ownLines(node: Element, inside: Context, depth: number): void {
    this.flush(inside)
    this.#children(node, inside, depth)
    this.flush(inside)
  }

  /** Reads an element whose lines become blocks made by `make`. */
  #linesAs(make: (inlines: Inline[], dir: Direction) => Block, node: Element, inside: Context, depth: number): void {
    this.flush(inside)
    const before = this.#makeBlock
    this.#makeBlock = make
    this.#children(node, inside, depth)
    this.flush(inside)
    this.#makeBlock = before
  }

  /** Reads an element on its own. @returns its blocks; its pictures and notes are added to this page. */
  #part(node: Element, inside: Context, depth: number): Block[] {
    const part = new PageReader(this.#newId)
    part.#children(node, inside, depth)
    part.flush(inside)
    for (const [id, url] of part.pictures) this.pictures.set(id, url)
    this.notes.push(...part.notes)
    return part.blocks
  }

  /** Makes a quote of an element that contains only paragraphs; else adds its blocks as they are. */
  #quote(node: Element, inside: Context, depth: number): void {
    this.flush(inside)
    const blocks = this.#part(node, inside, depth)
    const lines = blocks.filter((block) => block.type === 'paragraph')
    if (lines.length === 0 || lines.length < blocks.length) this.blocks.push(...blocks)
    else {
      const block = quote(this.#newId)
      const attribution = block.children.slice(-1)
      this.blocks.push({ ...block, dir: lines[0]?.dir ?? 'rtl', children: [...lines, ...attribution] })
    }
  }

  #list(node: Element, inside: Context, depth: number): void {
    this.flush(inside)
    const items: ListItem[] = []
    const others = this.#items(node, inside, depth, 0, items)
    this.#pushItems(items, node.tagName === 'OL')
    this.blocks.push(...others)
  }

  /**
   * Adds the items of a list element and of the lists inside it to `items`. @returns the blocks that an item cannot
   * hold.
   */
  #items(node: Element, inside: Context, depth: number, level: number, items: ListItem[]): Block[] {
    const others: Block[] = []
    if (depth > MAX_DEPTH) return others
    const ordered = node.tagName === 'OL'
    for (const child of node.children) {
      if (child.tagName === 'UL' || child.tagName === 'OL') {
        others.push(...this.#items(child, contextIn(child, inside), depth + 1, level + 1, items))
        continue
      }
      const own = contextIn(child, inside)
      const nested = [...child.children].filter(({ tagName }) => tagName === 'UL' || tagName === 'OL')
      for (const list of nested) list.remove()
      const blocks = this.#part(child, own, depth + 1)
      const lines = blocks.filter((block) => block.type === 'paragraph' || block.type === 'subhead')
      others.push(...blocks.filter((block) => block.type !== 'paragraph' && block.type !== 'subhead'))
      const inlines = lines.flatMap((line, index) => [...(index === 0 ? [] : [{ text: '\n' }]), ...line.children])
      if (inlines.length > 0) items.push(this.#item(inlines, lines[0]?.dir ?? 'rtl', level, ordered))
      for (const list of nested) {
        others.push(...this.#items(list, contextIn(list, own), depth + 1, level + 1, items))
      }
    }
    return others
  }

  #item(inlines: Inline[], dir: Direction, level: number, ordered: boolean): ListItem {
    const nesting = level === 0 ? {} : { depth: Math.min(level, MAX_LIST_DEPTH), ordered }
    return { type: 'list-item', id: this.#newId(), dir, ...nesting, children: inlines }
  }

  #pushItems(items: ListItem[], ordered: boolean): void {
    const [first] = items
    if (first === undefined) return
    const list: List = { type: 'list', id: this.#newId(), dir: first.dir, ordered, children: items }
    this.blocks.push(list)
  }

  /** Reads a Word list item, which is a paragraph. It is appended to the list right before it, if there is one. */
  #wordItem(node: Element, item: string, inside: Context, depth: number): void {
    this.flush(inside)
    const level = Math.max(0, Number(item[0]) - 1)
    const ordered = item.endsWith('o')
    const [line] = this.#part(node, inside, depth)
    if (line?.type !== 'paragraph') return
    const entry = this.#item(line.children, line.dir, level, ordered)
    const last = this.blocks.at(-1)
    const joins = last?.type === 'list' && (level > 0 || last.ordered === ordered)
    if (joins) last.children.push(entry)
    else this.#pushItems([entry], ordered)
  }

  #table(node: Element, inside: Context, depth: number): void {
    const cells = dataCells(node)
    // Mail programs and old pages use tables for layout. Their cells are just text.
    if (cells === null) return this.#ownLines(node, inside, depth)
    this.flush(inside)
    const readCell = (cell: Element, context: Context): Block[] => this.#part(cell, context, depth)
    this.blocks.push(pastedTable(cells, inside, readCell, this.#newId))
  }

  #picture(node: Element, around: Context): void {
    this.flush(around)
    const made = figure(this.#newId, { alt: (node.getAttribute('alt') ?? '').slice(0, 2000) })
    const caption = node.closest('figure')?.querySelector('figcaption')
    const words = caption?.textContent.replace(/\s+/gu, ' ').trim() ?? ''
    caption?.remove()
    if (words !== '') made.children[0].children = [{ text: words }]
    this.pictures.set(made.id, node.getAttribute('src') ?? '')
    this.blocks.push(made)
  }

  #note(node: Element): void {
    const text = node.textContent.replace(/\s+/gu, ' ').trim()
    if (text !== '') this.notes.push(text)
  }
}

/**
 * Reads pasted HTML of any program. Keeps structure, bold, italic, underline, links, lists, direction and embedded
 * pictures. Drops styles, scripts and everything that would have to be fetched.
 */
export function readPage(html: string, newId: NewId): PastedPage {
  const reader = new PageReader(newId)
  const around: Context = { marks: {}, url: null, dir: null }
  for (const child of sanitisedBody(html).childNodes) reader.read(child, around, 0)
  reader.flush(around)
  return { blocks: reader.blocks, pictures: reader.pictures, notes: reader.notes }
}
