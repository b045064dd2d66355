import type { Article } from '../../article/article.ts'
import type { AnyBlock, Block, Direction } from '../../article/block.ts'
import { delimiterOf, isTextBlock } from '../../article/text-nodes.ts'
import { covered } from '../../changes/apply.ts'
import { nodeOf, type InsertChange, type Key, type Piece, type TextEdit } from '../../changes/change.ts'
import type { Group } from '../../changes/groups.ts'
import { OBJECT, readLine } from '../../changes/line.ts'
import { lineAt, ROOT, topOf, treeOf, type Tree } from '../../changes/tree.ts'
import { asPhrases } from './phrases.ts'

/** What is about to come into the live text, or to go from it; with `format`, it stays and looks otherwise. */
export type Fate = 'comes' | 'goes' | 'format'

/** Words of the live text that a change is about. Places are in units of the line. */
export type DrawnRange = { readonly start: number; readonly end: number; readonly fate: Fate; readonly key: string }

/** Words that are not in the live text, drawn at a place in it. The sign stands for the end of a paragraph. */
export type DrawnWords = { readonly at: number; readonly text: string; readonly fate: Fate; readonly key: string }

/** What is drawn in one line. */
export type DrawnLine = { readonly ranges: readonly DrawnRange[]; readonly words: readonly DrawnWords[] }

/** What a change does to a block as a whole. */
export type BlockFate = 'comes' | 'goes' | 'moves' | 'changes'
export type DrawnFrame = { readonly fate: BlockFate; readonly key: string }

/** A block that is not in the live text, drawn among the blocks at the top level. */
export type DrawnBlock = {
  readonly type: Block['type']
  readonly text: string
  readonly dir: Direction
  readonly key: string
}

/** What changes look like in the live text, by the ids of its blocks. */
export type Drawing = {
  readonly lines: ReadonlyMap<string, DrawnLine>
  readonly frames: ReadonlyMap<string, readonly DrawnFrame[]>
  /** The blocks before a block at the top level; those at the end have the empty id. */
  readonly blocks: ReadonlyMap<string, readonly DrawnBlock[]>
}

/** A part of a proposal, with the key of its card. */
export type KeyedPart = { readonly key: string; readonly part: Group }

/** Stands for the end of a paragraph in drawn words. */
export const SIGN = '¶'

class Drawer {
  readonly #live: Tree
  readonly #lines = new Map<string, { ranges: DrawnRange[]; words: DrawnWords[] }>()
  readonly #frames = new Map<string, DrawnFrame[]>()
  readonly #blocks = new Map<string, DrawnBlock[]>()

  readonly #comesFirst: boolean

  constructor(live: Tree, comesFirst: boolean) {
    this.#live = live
    this.#comesFirst = comesFirst
  }

  drawing(): Drawing {
    return { lines: this.#lines, frames: this.#frames, blocks: this.#blocks }
  }

  add({ key, part }: KeyedPart): void {
    const moved = new Set(part.flatMap((change) => (change.kind === 'move' ? [change.node] : [])))
    const removed = new Set(part.flatMap((change) => (change.kind === 'remove' ? [change.node] : [])))
    const inserted = new Map(
      part.flatMap((change) => (change.kind === 'insert' ? [[change.node, change] as const] : [])),
    )
    for (const edit of asPhrases(this.#live, part)) this.#edit(edit, key)
    for (const change of part) {
      if (change.kind === 'format') this.#range(change.line, change.start, change.end, 'format', key)
      else if (change.kind === 'remove') this.#remove(change.node, removed, key)
      else if (change.kind === 'insert' && !inserted.has(change.parent)) this.#insert(change, inserted, key)
      else if (change.kind === 'move') this.#frame(change.node, 'moves', key)
      else if (change.kind === 'field' && change.field !== 'id' && !moved.has(change.node))
        this.#frame(change.node, 'changes', key)
    }
  }

  #line(key: Key): { ranges: DrawnRange[]; words: DrawnWords[] } | null {
    const id = lineAt(this.#live, key)?.id
    if (id === undefined) return null
    const known = this.#lines.get(id) ?? { ranges: [], words: [] }
    this.#lines.set(id, known)
    return known
  }

  #length(key: Key): number {
    const block = lineAt(this.#live, key)
    return block === null ? 0 : readLine(block.children).text.length
  }

  #range(line: Key, start: number, end: number, fate: Fate, key: string): void {
    if (start < end) this.#line(line)?.ranges.push({ start, end, fate, key })
  }

  #words(line: Key, at: number, text: string, fate: Fate, key: string): void {
    if (text !== '') this.#line(line)?.words.push({ at, text, fate, key })
  }

  #edit({ from, to, pieces }: TextEdit, key: string): void {
    const joined = covered(this.#live, from.line, to.line)
    this.#range(from.line, from.at, joined.length === 0 ? to.at : this.#length(from.line), 'goes', key)
    for (const line of joined) this.#range(line, 0, line === to.line ? to.at : this.#length(line), 'goes', key)
    // One line ends less or more: the sign shows where.
    if (joined.length > 0) this.#words(from.line, this.#length(from.line), SIGN.repeat(joined.length), 'goes', key)
    const { line, at } = this.#comesFirst ? from : to
    this.#words(line, at, textOf(pieces), 'comes', key)
  }

  #remove(node: Key, removed: ReadonlySet<Key>, key: string): void {
    const block = this.#live.nodes.get(node)?.block
    if (block === undefined) return
    if (isTextBlock(block)) this.#range(node, 0, this.#length(node), 'goes', key)
    if (!removed.has(this.#live.nodes.get(node)?.parent ?? ROOT)) this.#frame(node, 'goes', key)
  }

  #frame(node: Key, fate: BlockFate, key: string): void {
    const block = this.#live.nodes.get(node)?.block
    if (block !== undefined) this.#frames.set(block.id, [...(this.#frames.get(block.id) ?? []), { fate, key }])
  }

  #insert(change: InsertChange, inserted: ReadonlyMap<Key, InsertChange>, key: string): void {
    const text = insertedText(change, inserted)
    const { place, shell } = change
    if (place === null) return this.#frame(change.parent, 'changes', key)
    const siblings = this.#live.free.get(place.parent) ?? []
    if (place.parent === ROOT) {
      const next = siblings[place.gap]
      const before = next === undefined ? '' : (this.#live.nodes.get(next)?.block.id ?? '')
      const block = {
        type: shell['type'] as Block['type'],
        text,
        dir: shell['dir'] === 'ltr' ? 'ltr' : 'rtl',
        key,
      } as const
      this.#blocks.set(before, [...(this.#blocks.get(before) ?? []), block])
      return
    }
    // A list or a table has room for its own blocks only: the words stand at the end of the one before.
    const previous = this.#lastLine(siblings[place.gap - 1])
    if (previous !== null) return this.#words(previous, this.#length(previous), `${SIGN} ${text}`, 'comes', key)
    const following = this.#firstLine(siblings[place.gap])
    if (following !== null) return this.#words(following, 0, `${text} ${SIGN}`, 'comes', key)
    this.#frame(place.parent, 'changes', key)
  }

  #linesIn(key: Key | undefined): Key[] {
    if (key === undefined) return []
    if (lineAt(this.#live, key) !== null) return [key]
    return [...(this.#live.free.get(key) ?? [])].flatMap((child) => this.#linesIn(child))
  }

  #firstLine(key: Key | undefined): Key | null {
    return this.#linesIn(key)[0] ?? null
  }

  #lastLine(key: Key | undefined): Key | null {
    return this.#linesIn(key).at(-1) ?? null
  }
}

/** @returns the words of an inserted block with those of the blocks that are inserted into it. */
export function insertedText(change: InsertChange, inserted: ReadonlyMap<Key, InsertChange>): string {
  const own = change.inlines === undefined ? '' : readLine(change.inlines).text.replaceAll(OBJECT, '')
  const inner = [...inserted.values()].filter(({ parent }) => parent === change.node)
  const delimiter = delimiterOf({ type: change.shell['type'] } as AnyBlock)
  return [own, ...inner.map((child) => insertedText(child, inserted))].filter((text) => text !== '').join(delimiter)
}

/** @returns the text that pieces put in, with a sign for each new line. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => ('text' in piece ? piece.text : 'block' in piece ? SIGN : OBJECT))
    .join('')
    .replaceAll(OBJECT, '◇')
}

/**
 * Draws changes into the live text, which is what they are addressed to.
 * @param comesFirst whether words that come stand before those that go: they do where the changes lead back
 */
export function draw(live: Article, parts: readonly KeyedPart[], comesFirst: boolean): Drawing {
  const drawer = new Drawer(treeOf(live.document), comesFirst)
  for (const part of parts) drawer.add(part)
  return drawer.drawing()
}

/** @returns the parts of one proposal with a key each, which stays the same while a part stays in its block. */
export function keyed(proposal: string, parts: readonly Group[]): KeyedPart[] {
  const counts = new Map<Key, number>()
  return parts.map((part) => {
    const node = placeOf(part)
    const count = counts.get(node) ?? 0
    counts.set(node, count + 1)
    return { key: `${proposal}/${node}/${count}`.replaceAll(/\s/gu, '_'), part }
  })
}

/** @returns the node of the live text at which a part stands; the root for one about the article. */
export function placeOf(part: Group): Key {
  const [first] = part
  return first === undefined ? ROOT : nodeOf(first)
}

/** @returns the ids of the blocks at the top level that a part touches. */
export function blocksOf(part: Group, live: Tree): string[] {
  const keys = part.flatMap((change) => {
    if (change.kind === 'text') return [change.from.line, change.to.line]
    if (change.kind === 'insert') return [change.parent]
    return [nodeOf(change)]
  })
  const ids = keys.map((key) => live.nodes.get(topOf(key, live))?.block.id ?? '')
  return [...new Set(ids)]
}
