import type { Block, List, ListItem, Table } from '#core/article/block.ts'
import { MAX_LIST_DEPTH } from '#core/article/blocks/list.ts'
import { figure, paragraph, quote, separator, subhead, table, type NewId } from '#core/article/factories.ts'
import type { Inline } from '#core/article/inline.ts'
import { blockText } from '#core/article/plain-text.ts'
import { MARKED } from './annotate.ts'
import { LineBuffer, within, withoutBold, type Around } from './inlines.ts'
import { sanitisedBody } from './sanitise.ts'

/** What a pasted page comes to. */
export type PastedPage = {
  blocks: Block[]
  /** The pictures of the figures among the blocks, as data URLs by the figure's id. */
  pictures: Map<string, string>
  /** The texts of Word's comments and footnotes, which are not among the blocks. */
  notes: string[]
}

const BLOCKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE ADDRESS CENTER PRE DETAILS DL DT DD FIGCAPTION CAPTION'.split(' '),
)
const SUBHEADS: Readonly<Record<string, 2 | 3>> = { H1: 2, H2: 2, H3: 3, H4: 3, H5: 3, H6: 3 }

/** Deeper than this no page is; the rest is taken as its text. */
const MAX_DEPTH = 200

/** Reads a sanitised page into blocks, line by line. */
class PageReader {
  readonly blocks: Block[] = []
  readonly pictures = new Map<string, string>()
  readonly notes: string[] = []
  readonly #newId: NewId
  readonly #line = new LineBuffer()
  #make: (inlines: Inline[], dir: 'rtl' | 'ltr') => Block

  constructor(newId: NewId) {
    this.#newId = newId
    this.#make = this.#paragraph
  }

  readonly #paragraph = (inlines: Inline[], dir: 'rtl' | 'ltr'): Block => ({
    ...paragraph(this.#newId),
    dir,
    children: inlines,
  })

  /** Ends the line that is being gathered. */
  flush(around: Around): void {
    const inlines = this.#line.take()
    if (inlines === null) return
    this.blocks.push(this.#make(inlines, around.dir ?? guessDirection(inlines)))
  }

  read(node: Node, around: Around, depth: number): void {
    if (node.nodeType === Node.TEXT_NODE) return this.#line.add(node.nodeValue ?? '', around)
    if (!(node instanceof Element)) return
    if (depth > MAX_DEPTH) return this.#line.add(` ${node.textContent} `, around)
    const inside = within(node, around)
    if (node.getAttribute(MARKED.note) === '1') return this.#note(node)
    const item = node.getAttribute(MARKED.item)
    if (item !== null) return this.#wordItem(node, item, inside, depth)
    const level = SUBHEADS[node.tagName]
    if (level !== undefined)
      return this.#as(
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
        return this.#apart(node, inside, depth)
      default:
        return BLOCKS.has(node.tagName) ? this.#apart(node, inside, depth) : this.#children(node, inside, depth)
    }
  }

  #children(node: Element, around: Around, depth: number): void {
    for (const child of node.childNodes) this.read(child, around, depth + 1)
  }

  /** An element whose words are lines of their own. */
  #apart(node: Element, inside: Around, depth: number): void {
    this.flush(inside)
    this.#children(node, inside, depth)
    this.flush(inside)
  }

  #as(make: (inlines: Inline[], dir: 'rtl' | 'ltr') => Block, node: Element, inside: Around, depth: number): void {
    this.flush(inside)
    const before = this.#make
    this.#make = make
    this.#children(node, inside, depth)
    this.flush(inside)
    this.#make = before
  }

  /** What a part of the page comes to on its own. */
  #part(node: Element, inside: Around, depth: number): Block[] {
    const part = new PageReader(this.#newId)
    part.#children(node, inside, depth)
    part.flush(inside)
    for (const [id, url] of part.pictures) this.pictures.set(id, url)
    this.notes.push(...part.notes)
    return part.blocks
  }

  #quote(node: Element, inside: Around, depth: number): void {
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

  #list(node: Element, inside: Around, depth: number): void {
    this.flush(inside)
    const items: ListItem[] = []
    const others = this.#items(node, inside, depth, 0, items)
    this.#pushItems(items, node.tagName === 'OL')
    this.blocks.push(...others)
  }

  /** Gathers the items of a list and of those within it. @returns what cannot stand in an item. */
  #items(node: Element, inside: Around, depth: number, level: number, items: ListItem[]): Block[] {
    const others: Block[] = []
    if (depth > MAX_DEPTH) return others
    const ordered = node.tagName === 'OL'
    for (const child of node.children) {
      if (child.tagName === 'UL' || child.tagName === 'OL') {
        others.push(...this.#items(child, within(child, inside), depth + 1, level + 1, items))
        continue
      }
      const own = within(child, inside)
      const nested = [...child.children].filter(({ tagName }) => tagName === 'UL' || tagName === 'OL')
      for (const list of nested) list.remove()
      const blocks = this.#part(child, own, depth + 1)
      const lines = blocks.filter((block) => block.type === 'paragraph' || block.type === 'subhead')
      others.push(...blocks.filter((block) => block.type !== 'paragraph' && block.type !== 'subhead'))
      const inlines = lines.flatMap((line, index) => [...(index === 0 ? [] : [{ text: '\n' }]), ...line.children])
      if (inlines.length > 0) items.push(this.#item(inlines, lines[0]?.dir ?? 'rtl', level, ordered))
      for (const list of nested) {
        others.push(...this.#items(list, within(list, own), depth + 1, level + 1, items))
      }
    }
    return others
  }

  #item(inlines: Inline[], dir: 'rtl' | 'ltr', level: number, ordered: boolean): ListItem {
    const nesting = level === 0 ? {} : { depth: Math.min(level, MAX_LIST_DEPTH), ordered }
    return { type: 'list-item', id: this.#newId(), dir, ...nesting, children: inlines }
  }

  #pushItems(items: ListItem[], ordered: boolean): void {
    const [first] = items
    if (first === undefined) return
    const list: List = { type: 'list', id: this.#newId(), dir: first.dir, ordered, children: items }
    this.blocks.push(list)
  }

  /** Word's items are paragraphs one after the other: they join the list right before them. */
  #wordItem(node: Element, item: string, inside: Around, depth: number): void {
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

  #table(node: Element, inside: Around, depth: number): void {
    const rows = [...node.querySelectorAll('tr')].filter((row) => row.closest('table') === node)
    const width = Math.max(0, ...rows.map(({ children }) => children.length))
    const isData = rows.length > 1 && width > 1 && node.querySelector('table, img, ul, ol, h1, h2, h3') === null
    // Mail programs and old pages lay out with tables: their cells are just text.
    if (!isData || rows.length * width > 2000) return this.#apart(node, inside, depth)
    this.flush(inside)
    const made = table(
      this.#newId,
      rows.map(() => Array.from({ length: width }, () => '')),
    )
    for (const [index, row] of rows.entries()) {
      for (const [at, cell] of [...row.children].entries()) {
        const own = within(cell, within(row, inside))
        const lines = this.#part(cell, own, depth)
        const inlines = lines.flatMap((line, each): Inline[] => [
          ...(each === 0 ? [] : [{ text: '\n' }]),
          ...(line.type === 'paragraph' ? line.children : [{ text: blockText(line) }]),
        ])
        const place = made.children[index]?.children[at]
        if (place !== undefined && inlines.length > 0) {
          place.children = cell.tagName === 'TH' ? withoutBold(inlines) : inlines
          place.dir = lines[0]?.dir ?? 'rtl'
        }
      }
    }
    this.blocks.push(withDirection({ ...made, header: rows[0]?.querySelector('th') !== null }))
  }

  #picture(node: Element, around: Around): void {
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

/** @returns a table that runs as most of its cells do. */
function withDirection(made: Table): Table {
  const cells = made.children.flatMap(({ children }) => children)
  const dir = cells.filter((cell) => cell.dir === 'ltr').length > cells.length / 2 ? 'ltr' : 'rtl'
  return { ...made, dir, children: made.children.map((row) => ({ ...row, dir })) }
}

/** A line whose page does not say its direction: left to right when it has Latin letters and no Arabic ones. */
function guessDirection(inlines: readonly Inline[]): 'rtl' | 'ltr' {
  const text = inlines
    .map((inline) => ('text' in inline ? inline.text : inline.children.map((each) => each.text).join('')))
    .join('')
  return /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text) || !/\p{Script=Latin}/u.test(text) ? 'rtl' : 'ltr'
}

/**
 * Reads pasted HTML of any program. Structure, bold, italic, underline, links, lists, direction and pictures that
 * come with it are kept; styles, scripts, and whatever would have to be fetched are not.
 */
export function readPage(html: string, newId: NewId): PastedPage {
  const reader = new PageReader(newId)
  const around: Around = { marks: {}, url: null, dir: null }
  for (const child of sanitisedBody(html).childNodes) reader.read(child, around, 0)
  reader.flush(around)
  return { blocks: reader.blocks, pictures: reader.pictures, notes: reader.notes }
}
