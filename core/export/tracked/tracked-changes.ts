import type { Article } from '../../article/article.ts'
import type { Inline } from '../../article/inline.ts'
import { isText } from '../../article/text-nodes.ts'
import { covered } from '../../changes/apply.ts'
import type { Attributes, Change, FormatChange, InsertChange, Key, Piece, TextEdit } from '../../changes/change.ts'
import { forEachRun, readLine, type Line } from '../../changes/line.ts'
import { lineAt, shellOf, treeOf, type Tree } from '../../changes/tree.ts'
import { restlessBlocks } from './copied-moves.ts'
import type { LeftOut } from './left-out.ts'
import {
  blockNote,
  FORMAT_MARK,
  NOTE,
  THREAD_MARK,
  TRACK_MARK,
  type BlockNote,
  type Track,
  type TrackKind,
} from './notes.ts'
import type { MadeChange } from './made-change.ts'
import type { Maker } from './review.ts'

/** The field of the block that stands where another was moved away: the id of that one. */
export const MOVED = 'moved'

/** Fields of a line that Word keeps with its paragraph. */
const PARAGRAPH_FIELDS: ReadonlySet<string> = new Set(['type', 'level', 'dir'])
const FORMATS: ReadonlySet<string> = new Set(['mark:bold', 'mark:italic', 'mark:underline'])

const isThread = (name: string): boolean => name.startsWith(`mark:${THREAD_MARK}`)

/**
 * Rewrites changes so that nothing goes: what was to be removed stays and is marked as deleted, and what is inserted is
 * marked as inserted. The result is applied to the article like any changes.
 */
export class TrackedChanges {
  readonly changes: Change[] = []
  /** The changes that have no expression, by their sorts. */
  readonly leftOut: LeftOut[] = []
  readonly #tree: Tree
  readonly #moved: ReadonlySet<Key>
  /** The blocks that have a copy, which has their name. */
  readonly #copied: ReadonlySet<Key>
  readonly #notes = new Map<Key, BlockNote>()
  /** The ends of lines that are inserted into each line, in order. */
  readonly #splits = new Map<Key, { at: number; maker: Maker; edit: TextEdit }[]>()

  constructor(article: Article, made: readonly MadeChange[]) {
    this.#tree = treeOf(article.document)
    const restless = restlessBlocks(this.#tree, made)
    const possible = made.filter(({ change }) => change.kind !== 'move' || !restless.has(change.node))
    for (let count = possible.length; count < made.length; count += 1) this.leftOut.push('moves')
    this.#moved = new Set(possible.flatMap(({ change }) => (change.kind === 'move' ? [change.node] : [])))
    this.#copied = new Set(made.flatMap(({ copyOf }) => copyOf ?? []))
    for (const each of possible) this.#add(each, possible)
    for (const [key, splits] of this.#splits) this.#writeSplits(key, splits)
    for (const [node, value] of this.#notes) this.changes.push({ kind: 'field', node, field: NOTE, value })
  }

  #add({ change, maker }: MadeChange, made: readonly MadeChange[]): void {
    switch (change.kind) {
      case 'text':
        return this.#edit(change, maker)
      case 'format':
        return this.#format(change, maker, made)
      case 'insert':
        return this.#insert(change, maker)
      case 'remove':
        return this.#remove(change.node, maker)
      case 'move': {
        const { parent = '', index = 0 } = this.#tree.nodes.get(change.node) ?? {}
        const place = { parent, gap: index, seq: -1 }
        const id = this.#tree.nodes.get(change.node)?.block.id ?? ''
        const shell = {
          type: 'paragraph',
          id: `${MOVED} ${id}`,
          dir: 'rtl',
          [MOVED]: id,
          [NOTE]: { track: tracked('moveFrom', maker) },
        }
        const away = { node: `${MOVED} ${change.node}`, parent, place, shell, inlines: [{ text: '' }] }
        this.changes.push(change, { kind: 'insert', ...away })
        const block = this.#tree.nodes.get(change.node)?.block
        const was = block === undefined ? {} : { was: { ...maker, shell: shellOf(block) } }
        return this.#note(change.node, { track: tracked('moveTo', maker), ...was })
      }
      case 'field':
        return this.#field(change.node, change, maker)
      case 'metadata':
      case 'article':
        this.leftOut.push('details')
    }
  }

  #note(key: Key, note: BlockNote): void {
    this.#notes.set(key, { ...this.#notes.get(key), ...note })
  }

  #line(key: Key): Line | null {
    const block = lineAt(this.#tree, key)
    return block === null ? null : readLine(block.children)
  }

  #mark(line: Key, start: number, end: number, name: string, value: unknown): void {
    if (start < end) this.changes.push({ kind: 'format', line, start, end, name, value })
  }

  #edit(edit: TextEdit, maker: Maker): void {
    const { from, to } = edit
    for (const key of [from.line, ...covered(this.#tree, from.line, to.line)]) {
      const end = key === to.line ? to.at : (this.#line(key)?.text.length ?? 0)
      this.#mark(key, key === from.line ? from.at : 0, end, `mark:${TRACK_MARK}`, tracked('del', maker))
      if (key !== from.line) this.#note(key, { head: tracked('del', maker) })
      if (key !== to.line) this.#note(key, { mark: tracked('del', maker) })
    }
    if (edit.pieces.length === 0) return
    const splits = this.#splits.get(to.line)
    const own = { at: to.at, maker, edit }
    if (splits === undefined) this.#splits.set(to.line, [own])
    else splits.push(own)
  }

  /** The mark at the end of a line belongs to the part before the split: the last part keeps the line's own. */
  #writeSplits(key: Key, edits: { at: number; maker: Maker; edit: TextEdit }[]): void {
    const inOrder = edits.toSorted((one, other) => one.at - other.at)
    const makers = inOrder.flatMap(({ maker, edit }) =>
      edit.pieces.filter((piece) => 'block' in piece).map(() => maker),
    )
    const [first, ...others] = makers
    const last = this.#notes.get(key)?.mark
    if (first !== undefined) this.#note(key, { mark: tracked('ins', first) })
    for (const { at, maker, edit } of inOrder) {
      const pieces = edit.pieces.map((piece): Piece => {
        if ('text' in piece) return { ...piece, attributes: inserted(piece.attributes, maker) }
        if (!('block' in piece)) return piece
        const next = others.shift()
        const mark = next === undefined ? last : tracked('ins', next)
        const note: BlockNote = { head: tracked('ins', maker), ...(mark === undefined ? {} : { mark }) }
        return { block: { ...piece.block, [NOTE]: note } }
      })
      this.changes.push({ kind: 'text', from: { line: key, at }, to: { line: key, at }, pieces })
    }
  }

  #format(change: FormatChange, maker: Maker, made: readonly MadeChange[]): void {
    const { line: key, start, end, name } = change
    if (isThread(name)) return void this.changes.push(change)
    const line = this.#line(key)
    if (line === null) return
    const isBusy = name === 'wrapper' && made.some((each) => covers(each.change, change))
    if (name === 'wrapper' && !isBusy) return this.#rewrap(change, line, maker, made)
    if (!FORMATS.has(name)) {
      this.leftOut.push('marks')
      return
    }
    this.changes.push(change)
    forEachRun(line, start, end, (from, to, { attributes }) =>
      this.#mark(key, from, to, `mark:${FORMAT_MARK}${name.slice('mark:'.length)}`, {
        ...maker,
        old: attributes[name] ?? null,
      }),
    )
  }

  /** A link has no tracked change of its own: its words are deleted, and inserted with the link. */
  #rewrap({ line: key, start, end, value }: FormatChange, line: Line, maker: Maker, made: readonly MadeChange[]): void {
    const formats = made.flatMap(({ change }) =>
      change.kind === 'format' && change.line === key && FORMATS.has(change.name) ? [change] : [],
    )
    const pieces: Piece[] = []
    forEachRun(line, start, end, (from, to, { attributes }) => {
      const { wrapper: _old, apart: _apart, ...rest } = attributes
      const now = formats.filter((format) => format.start <= from && from < format.end)
      const set = { ...rest, ...Object.fromEntries(now.map((format) => [format.name, format.value])) }
      const known = Object.fromEntries(Object.entries(set).filter(([, each]) => each !== undefined))
      const wrapped = value === undefined ? known : { ...known, wrapper: value }
      pieces.push({ text: line.text.slice(from, to), attributes: wrapped })
    })
    this.#edit({ kind: 'text', from: { line: key, at: start }, to: { line: key, at: end }, pieces }, maker)
  }

  #insert(change: InsertChange, maker: Maker): void {
    const track = tracked('ins', maker)
    const note: BlockNote = { ...blockNote(change.shell), track, mark: track, head: track }
    const shell = { ...change.shell, [NOTE]: note }
    const inlines =
      change.inlines === undefined ? {} : { inlines: change.inlines.map((each) => markedInline(each, track)) }
    this.changes.push({ ...change, shell, ...inlines })
  }

  #remove(key: Key, maker: Maker): void {
    const track = tracked('del', maker)
    const named = this.#copied.has(key) ? { name: null } : {}
    this.#note(key, { track, mark: track, head: track, ...named })
    const line = this.#line(key)
    if (line !== null) this.#mark(key, 0, line.text.length, `mark:${TRACK_MARK}`, track)
  }

  #field(node: Key, change: Extract<Change, { kind: 'field' }>, maker: Maker): void {
    const block = lineAt(this.#tree, node)
    // The id of a line with a fixed place is no matter of the text.
    if (change.field === 'id') return
    // A block that moves stands in both places, in each as it is there.
    if (this.#moved.has(node)) return void this.changes.push(change)
    if (block === null || !PARAGRAPH_FIELDS.has(change.field)) {
      this.leftOut.push('fields')
      return
    }
    this.changes.push(change)
    this.#note(node, { was: { ...maker, shell: shellOf(block) } })
  }
}

/** @returns whether another person deletes words that somebody formats. Of a link that cannot be written as both. */
function covers(edit: Change, { line, start, end }: FormatChange): boolean {
  if (edit.kind !== 'text') return false
  const { from, to } = edit
  if (from.line === line && from.at < end && (to.line !== line || to.at > start)) return true
  return from.line !== line && to.line === line && to.at > start
}

function tracked(kind: TrackKind, { by, at }: Maker): Track {
  return { kind, by, at }
}

function inserted(attributes: Attributes, maker: Maker): Attributes {
  return { ...attributes, [`mark:${TRACK_MARK}`]: tracked('ins', maker) }
}

/** @returns an inline with its words marked as changed. */
export function markedInline(inline: Inline, track: Track): Inline {
  if (isText(inline)) return { ...inline, [TRACK_MARK]: track }
  if (inline.type === 'unknown-inline') return inline
  return { ...inline, children: inline.children.map((text) => ({ ...text, [TRACK_MARK]: track })) }
}
