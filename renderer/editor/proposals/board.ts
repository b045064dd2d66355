import type { Descendant, Editor } from 'slate'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { compute } from '#core/changes/compute.ts'
import { treeOf } from '#core/changes/tree.ts'
import {
  blocksOf,
  draw,
  keyed,
  type DrawnBlock,
  type DrawnFrame,
  type Drawing,
} from '#core/review/proposals/drawing.ts'
import { openOf } from '#core/review/proposals/open.ts'
import { partsOf } from '#core/review/proposals/parts.ts'
import { documentOf } from '../create-editor.ts'
import { isBlock } from '../query.ts'
import type { Layer, LayerLine } from './layer.ts'
import { shifted } from './shift.ts'

type Of<T> = T & { readonly layer: Layer }

/** What is drawn at a block as a whole. */
export type BlockDrawing = {
  readonly frames: readonly Of<DrawnFrame>[]
  readonly before: readonly Of<DrawnBlock>[]
  /** For the last block only. */
  readonly after: readonly Of<DrawnBlock>[]
}

/** What is drawn in the text of an editor beside its document. */
export type Board = {
  /** Draws these layers, whose parts are addressed to the article in the editor. */
  readonly show: (layers: readonly Layer[]) => void
  readonly isEmpty: () => boolean
  /** @returns what is drawn in a line of the block at a place of the top level */
  readonly linesOf: (index: number, lineId: string) => readonly LayerLine[]
  readonly blockOf: (id: string) => BlockDrawing | null
  readonly subscribe: (listener: () => void) => () => void
  /** Another number when something else is drawn in lines that stay as they are: they must be decorated anew. */
  readonly version: () => number
}

type Lines = ReadonlyMap<string, readonly LayerLine[]>

/** What was drawn last, and the text that it was drawn in. */
type Snapshot = {
  readonly layers: readonly Layer[]
  readonly blocks: ReadonlyMap<string, Descendant>
  readonly lines: Lines
  /** The blocks in which no change reaches into another block: they can be drawn anew alone. */
  readonly entangled: ReadonlySet<string>
}

const EMPTY: Snapshot = { layers: [], blocks: new Map(), lines: new Map(), entangled: new Set() }
const NOTHING: readonly LayerLine[] = []

/** @returns an empty board. @param article the article of which the editor has the document */
export function createBoard(editor: Editor, article: Article): Board {
  let snapshot = EMPTY
  let drawings: ReadonlyMap<string, BlockDrawing> = new Map()
  let anew = new WeakMap<Descendant, Lines>()
  let version = 0
  const listeners = new Set<() => void>()
  const linesIn = (block: Descendant): Lines => {
    const id = isBlock(block) ? block.id : ''
    if (snapshot.layers.length === 0 || snapshot.blocks.get(id) === block) return snapshot.lines
    const known = anew.get(block)
    if (known !== undefined) return known
    const before = snapshot.blocks.get(id)
    const made =
      before !== undefined && snapshot.entangled.has(id) && !isWritten(snapshot, id)
        ? shifted(snapshot.lines, before as Block, block as Block)
        : linesAnew(snapshot, article, { live: block as Block, before: before as Block | undefined })
    anew.set(block, made)
    return made
  }
  return {
    show(layers) {
      const live = { ...article, document: documentOf(editor) }
      const drawn = layers.map((layer) => draw(live, layer.parts, layer.way === 'back'))
      const lines = linesOf(layers, drawn)
      const shown = (block: Block): Lines | undefined =>
        snapshot.layers.length === 0 || snapshot.blocks.get(block.id) === block ? snapshot.lines : anew.get(block)
      if (live.document.some((block) => isOtherwise(block, shown(block), lines))) version += 1
      snapshot = {
        ...{ layers, lines, entangled: entangledIn(live, layers) },
        blocks: new Map(live.document.map((block) => [block.id, block])),
      }
      drawings = sameWhereEqual(blockDrawings(live, layers, drawn), drawings)
      anew = new WeakMap()
      for (const listener of listeners) listener()
    },
    isEmpty: () => snapshot.layers.length === 0,
    linesOf(index, lineId) {
      const block = editor.children[index]
      return block === undefined ? NOTHING : (linesIn(block).get(lineId) ?? NOTHING)
    },
    blockOf: (id) => drawings.get(id) ?? null,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    version: () => version,
  }
}

/** @returns whether lines of a block are drawn otherwise than they are shown. Without those, the block is not rendered yet. */
function isOtherwise(block: Block, shown: Lines | undefined, now: Lines): boolean {
  return shown !== undefined && lineIds(block).some((id) => nameOf(shown.get(id)) !== nameOf(now.get(id)))
}

function nameOf(lines: readonly LayerLine[] | undefined): string {
  return lines === undefined ? '' : JSON.stringify(lines.map(({ layer: { author, way }, line }) => [author, way, line]))
}

const LINE_IDS = new WeakMap<Block, readonly string[]>()

/** @returns the ids of the lines in a block */
function lineIds(block: Block): readonly string[] {
  const known = LINE_IDS.get(block)
  if (known !== undefined) return known
  const ids = textBlocks([block]).map(({ id }) => id)
  LINE_IDS.set(block, ids)
  return ids
}

function linesOf(layers: readonly Layer[], drawn: readonly Drawing[]): Lines {
  const lines = new Map<string, LayerLine[]>()
  for (const [index, { lines: own }] of drawn.entries()) {
    const layer = layers[index]
    if (layer === undefined) continue
    for (const [id, line] of own) lines.set(id, [...(lines.get(id) ?? []), { layer, line }])
  }
  return lines
}

/** @returns whether a block is not in the text before: all of it was written */
function isWritten({ layers }: Snapshot, id: string): boolean {
  return layers.every(({ way, ends }) => way === 'back' && !ends.head.document.some((block) => block.id === id))
}

/** A block that was written in, and the same when it was drawn; undefined for a new one. */
type WrittenBlock = { readonly live: Block; readonly before: Block | undefined }

/**
 * Draws one block that was written in since. It costs that block, and not the article. What the writer is about to change
 * otherwise than a proposal stays where it was, moved along, until the text is drawn anew: it would come and go between keys.
 */
function linesAnew({ layers, lines }: Snapshot, article: Article, { live, before }: WrittenBlock): Lines {
  const clashing = new Set<Layer>()
  const alone = (block: Block): Article => ({ ...article, document: [block] })
  const now = alone(live)
  const found = layers.map((layer): Layer => {
    const of = (version: Article): Block | undefined => version.document.find(({ id }) => id === live.id)
    const head = of(layer.ends.head)
    if (layer.way === 'back') {
      // A block that was not there before is written as a whole.
      const older = head === undefined ? { ...article, document: [] } : alone(head)
      return { ...layer, parts: keyed(layer.id, partsOf(now, compute(now, older))) }
    }
    const base = of(layer.ends.base)
    if (head === undefined || base === undefined) return { ...layer, parts: [] }
    const { parts, clashes } = openOf(now, { base: alone(base), head: alone(head) })
    if (clashes.length > 0) clashing.add(layer)
    return { ...layer, parts: clashes.length > 0 ? [] : keyed(layer.id, parts) }
  })
  const drawn = linesOf(
    layers,
    found.map(({ parts, way }) => draw(now, parts, way === 'back')),
  )
  if (before === undefined || clashing.size === 0) return drawn
  const carried = shifted(lines, before, live)
  return new Map(
    lineIds(live).map((id) => {
      const kept = carried.get(id)?.filter(({ layer }) => clashing.has(layer)) ?? []
      return [id, [...(drawn.get(id) ?? []), ...kept]]
    }),
  )
}

/** @returns the blocks that share a change with another block, or are inserted, removed or moved */
function entangledIn(live: Article, layers: readonly Layer[]): Set<string> {
  const tree = treeOf(live.document)
  const entangled = new Set<string>()
  for (const { parts } of layers)
    for (const { part } of parts) {
      const blocks = blocksOf(part, tree)
      const isWhole = part.some(({ kind }) => kind === 'insert' || kind === 'remove' || kind === 'move')
      if (blocks.length > 1 || isWhole || part.some((change) => change.kind === 'text' && hasBreak(change.pieces)))
        for (const id of blocks) entangled.add(id)
    }
  return entangled
}

function hasBreak(pieces: readonly object[]): boolean {
  return pieces.some((piece) => 'block' in piece)
}

function blockDrawings(live: Article, layers: readonly Layer[], drawn: readonly Drawing[]): Map<string, BlockDrawing> {
  const made = new Map<string, BlockDrawing>()
  const last = live.document.at(-1)?.id ?? ''
  const add = (id: string, more: Partial<BlockDrawing>): void => {
    const known = made.get(id) ?? { frames: [], before: [], after: [] }
    made.set(id, {
      frames: [...known.frames, ...(more.frames ?? [])],
      before: [...known.before, ...(more.before ?? [])],
      after: [...known.after, ...(more.after ?? [])],
    })
  }
  for (const [index, { frames, blocks }] of drawn.entries()) {
    const layer = layers[index]
    if (layer === undefined) continue
    for (const [id, own] of frames) add(id, { frames: own.map((frame) => ({ ...frame, layer })) })
    for (const [id, own] of blocks) {
      const shown = own.map((block) => ({ ...block, layer }))
      add(id === '' ? last : id, id === '' ? { after: shown } : { before: shown })
    }
  }
  return made
}

/** @returns the new drawings, with the old one where it is equal: that block is not rendered again. */
function sameWhereEqual(
  now: ReadonlyMap<string, BlockDrawing>,
  before: ReadonlyMap<string, BlockDrawing>,
): ReadonlyMap<string, BlockDrawing> {
  const name = ({ frames, before: first, after }: BlockDrawing): string =>
    JSON.stringify(
      [frames, first, after].map((all) => all.map(({ layer: { author, way }, ...rest }) => [author, way, rest])),
    )
  return new Map(
    [...now].map(([id, drawing]) => {
      const old = before.get(id)
      return [id, old !== undefined && name(old) === name(drawing) ? old : drawing]
    }),
  )
}
