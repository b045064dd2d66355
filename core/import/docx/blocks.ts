import { ISO_DAY } from '../../article/blocks/correction.ts'
import { isWebUrl, type Inline } from '../../article/inline.ts'
import { MAX_LIST_DEPTH } from '../../article/blocks/list.ts'
import { isText } from '../../article/text-nodes.ts'
import type { ContainerBlock } from '../../article/block.ts'
import { isContainerType } from '../../article/block-types.ts'
import { lineContainers } from '../line-container.ts'
import type { LooseBlock } from '../html/loose.ts'
import type { PictureSource } from '../imported.ts'
import type { Losses } from '../losses.ts'
import type { NewId } from '../../article/factories.ts'
import { wordsIn } from '../kept.ts'
import { madeBy, type Item } from './items.ts'

type LineItem = Extract<Item, { kind: 'line' }>

/** What the builder needs besides the items. */
export type Gathering = { newId: NewId; losses: Losses; pictures: Map<string, PictureSource> }

/** Builds blocks from lines: neighbouring lines of a list, a quote or a factbox become one block. */
export class BlockBuilder {
  readonly blocks: LooseBlock[] = []
  /** The warnings that Midad writes above an article that must not be published. They are no part of it. */
  readonly notices: string[] = []
  readonly #gathering: Gathering
  /** The last block, as long as the next line may belong to it. */
  #open: LooseBlock | null = null
  /** The Word list that the first level of the open list belongs to. */
  #list = ''

  constructor(gathering: Gathering) {
    this.#gathering = gathering
  }

  add(item: Item): void {
    if (item.kind === 'block') this.#close(item.block)
    else if (item.kind === 'picture') this.#picture(item)
    else this.#line(item)
  }

  #close(block: LooseBlock): void {
    this.blocks.push(block)
    this.#open = null
  }

  #begin(block: LooseBlock): LooseBlock {
    this.blocks.push(block)
    this.#open = block
    return block
  }

  #picture({ id, dir, picture: { source, alt } }: Extract<Item, { kind: 'picture' }>): void {
    if (source === null && alt === '') return
    if (source !== null) this.#gathering.pictures.set(id, source)
    this.#begin({ type: 'figure', id, dir, alt: alt.slice(0, 2000), children: [] })
  }

  #line(item: LineItem): void {
    const { role, dir, inlines } = item
    const line = (type: string): LooseBlock => lineOf(type, item)
    switch (role) {
      case 'notice':
        return void this.notices.push(textOf(inlines))
      case 'subhead-1':
      case 'subhead-2':
        return this.#close({ ...line('subhead'), level: 2 })
      case 'subhead-3':
        return this.#close({ ...line('subhead'), level: 3 })
      case 'list-item':
        return this.#item(item)
      case 'quote':
        return void this.#into('quote', dir).children.push(line('paragraph'))
      case 'attribution':
        this.#into('quote', dir).children.push(line('attribution'))
        this.#open = null
        return
      case 'caption':
      case 'credit':
        return this.#words(line(role))
      case 'factbox-title':
        this.#begin({ type: 'factbox', dir, children: [line('factbox-title')] })
        return
      case 'factbox':
        return this.#boxed(item)
      case 'related':
        return void this.#into('related', dir).children.push(relatedItem(item))
      case 'embed':
        return this.#embed(item)
      case 'correction-date':
        return this.#correctionDate(line('correction'))
      case 'correction':
        return this.#correction(item)
      case 'separator':
        // A line of words in the style of a separator is text.
        if (wordsIn(textOf(inlines)).length > 0) return this.#close(line('paragraph'))
        return this.#close({ ...line('separator'), dir: 'rtl', children: [] })
      default:
        if (isContainerType(role)) this.#containers(role, item)
        else this.blocks.push(line(role))
        this.#open = null
    }
  }

  /** The first of several blocks that a line makes is the line's own. */
  #containers(role: ContainerBlock['type'], { id, dir, inlines }: LineItem): void {
    for (const [index, block] of lineContainers(role, [{ dir, children: inlines }]).entries())
      this.blocks.push(index === 0 ? { ...block, id } : block)
  }

  /** @returns the open block if it has this type, or a new one. */
  #into(type: string, dir: LooseBlock['dir']): LooseBlock {
    return this.#open?.type === type ? this.#open : this.#begin({ type, dir, children: [] })
  }

  #item(item: LineItem): void {
    const { place } = item
    const continues = this.#open?.type === 'list' && ((place?.depth ?? 0) > 0 || place?.list === this.#list)
    if (!continues) this.#list = place?.list ?? ''
    const list = continues && this.#open !== null ? this.#open : this.#begin(newList(item))
    list.children.push(this.#listItem(item, list))
  }

  #listItem(item: LineItem, list: LooseBlock): LooseBlock {
    const { place } = item
    const depth = place?.depth ?? 0
    if (depth > MAX_LIST_DEPTH) this.#gathering.losses.add('deep-list')
    const nested = depth === 0 ? {} : { depth: Math.min(depth, MAX_LIST_DEPTH) }
    const ordered = place?.ordered ?? false
    const own = depth === 0 || ordered === list['ordered'] ? {} : { ordered }
    return { ...lineOf('list-item', item), ...nested, ...own }
  }

  #boxed(item: LineItem): void {
    const box = this.#into('factbox', item.dir)
    if (item.place === null) {
      box.children.push(lineOf('paragraph', item))
      return
    }
    const last = box.children.at(-1) as LooseBlock | undefined
    const continues = last?.type === 'list' && (item.place.depth > 0 || item.place.list === this.#list)
    if (!continues) this.#list = item.place.list
    const list = continues ? last : newList(item)
    if (!continues) box.children.push(list)
    list.children.push(this.#listItem(item, list))
  }

  /** A caption or credit belongs to the figure or embed before it, unless that has one; otherwise it gets its own figure. */
  #words(line: LooseBlock): void {
    const open = this.#open
    const has = (type: string): boolean => open?.children.some((child) => (child as LooseBlock).type === type) === true
    const isTaken = has(line.type) || (line.type === 'caption' && has('credit'))
    const takes =
      (open?.type === 'figure' && !isTaken) || (open?.type === 'embed' && line.type === 'caption' && !isTaken)
    const block = takes && open !== null ? open : this.#begin({ type: 'figure', dir: line.dir, alt: '', children: [] })
    block.children.push(line)
  }

  #correction(item: LineItem): void {
    const { id, inlines } = item
    const isDated = this.#open?.type === 'correction'
    const block =
      isDated && this.#open !== null ? this.#open : this.#begin({ ...lineOf('correction', item), children: [] })
    block['id'] = id
    for (const inline of inlines) block.children.push(inline)
    this.#open = null
  }

  /** A line in the style of a correction's date that holds no date is the correction itself. */
  #correctionDate(line: LooseBlock): void {
    const day = textOf(line.children as Inline[]).replace(CORRECTION_NAME, '')
    if (day === '') this.#begin({ ...line, children: [] })
    else if (ISO_DAY.test(day)) this.#begin({ ...line, date: day, children: [] })
    else this.#close(line)
  }

  #embed(item: LineItem): void {
    const url = addressOf(item.inlines)
    const words = textOf(item.inlines).replace(url, '').trim()
    if (url !== '' && words !== '') this.#gathering.losses.add('other-text', words)
    if (url === '') this.#close(lineOf('paragraph', item))
    else this.#begin({ ...lineOf('embed', item), url, children: [] })
  }
}

/** The heading of a correction in our own documents, before its date. */
const CORRECTION_NAME = /^(?:تصحيح|Correction)(?:: *|$)/u

function lineOf(type: string, { id, maker, dir, inlines }: LineItem): LooseBlock {
  return { type, id, ...madeBy(maker), dir, children: inlines }
}

/** @returns the text of a line. */
function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (isText(inline) ? inline.text : inline.children.map((each) => each.text).join('')))
    .join('')
    .trim()
}

function newList({ dir, place }: LineItem): LooseBlock {
  return { type: 'list', dir, ordered: place?.ordered ?? false, children: [] }
}

function addressOf(inlines: readonly Inline[]): string {
  const link = inlines.find((inline) => !isText(inline) && inline.type === 'link')
  return link !== undefined && !isText(link) && link.type === 'link' && isWebUrl(link.url) ? link.url : ''
}

function relatedItem(item: LineItem): LooseBlock {
  const { inlines } = item
  const url = addressOf(inlines)
  const words = inlines.flatMap((inline) => (!isText(inline) && inline.type === 'link' ? inline.children : [inline]))
  const isBare = words.length === 1 && words[0] !== undefined && isText(words[0]) && words[0].text === url
  return { ...lineOf('related-item', item), url, children: isBare ? [] : words }
}
