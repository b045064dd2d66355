import type { BlockNote, OldFormat, Track } from '../../tracked/notes.ts'
import type { Maker } from '../../tracked/review.ts'
import { blockNote } from '../../tracked/notes.ts'
import type { ParagraphStyle } from '../../walk/paragraph-styles.ts'
import { x, type Xml } from '../../xml.ts'
import type { DocxContext } from './context.ts'
import { docxMaker } from './fields.ts'
import { bookmarkName } from './identity.ts'

/** Word takes no fractions of a second. */
function moment(at: string): string {
  return `${at.slice(0, 19)}Z`
}

/** @returns the attributes of a record: its number, who made the change, and when. */
export function recordOf({ by, at }: Maker, context: DocxContext): Record<string, string | number> {
  return { 'w:id': context.newRecord(), 'w:author': docxMaker('author', by), 'w:date': docxMaker('date', moment(at)) }
}

/** @returns the element in which the text of a run stands. */
export function wordsElement(block: object): 'w:t' | 'w:delText' {
  return blockNote(block).track?.kind === 'del' ? 'w:delText' : 'w:t'
}

/** @returns runs inside the record of their change. */
export function trackedRun(track: Track | null, run: Xml, context: DocxContext): Xml {
  return track === null ? run : x(`w:${track.kind}`, recordOf(track, context), run)
}

/** @returns a run that is a whole block, inside the record of the block's change. */
export function blockRun(block: object, run: Xml, context: DocxContext): Xml {
  return trackedRun(blockNote(block).track ?? null, run, context)
}

/** @returns the record of the mark of a paragraph, for the beginning of its `w:rPr`. */
export function markProperties({ mark }: BlockNote, context: DocxContext): Xml[] {
  return mark === undefined ? [] : [x('w:rPr', {}, x(`w:${mark.kind}`, recordOf(mark, context)))]
}

/** @returns the record of the change of a run's format, for the end of its `w:rPr`. @param old its properties before */
export function formatChange(formats: ReadonlyMap<string, OldFormat>, old: Xml, context: DocxContext): Xml[] {
  const [first] = formats.values()
  return first === undefined ? [] : [x('w:rPrChange', recordOf(first, context), old)]
}

/** @returns whether a block is put in, or moves to where it stands. */
export function isAdded(block: object): boolean {
  return /^(?:ins|moveTo)$/u.test(blockNote(block).track?.kind ?? '')
}

/** @returns whether a block is taken out, or moves away from where it stands. */
export function isRemoved(block: object): boolean {
  return /^(?:del|moveFrom)$/u.test(blockNote(block).track?.kind ?? '')
}

/** @returns what stands at the end of the properties of a row, or of a cell that is put into a row or taken out of it. */
export function partRecord(block: object, part: 'row' | 'cell', context: DocxContext): Xml[] {
  const { track } = blockNote(block)
  if (track === undefined) return []
  const isNew = isAdded(block)
  const name = part === 'row' ? (isNew ? 'w:ins' : 'w:del') : isNew ? 'w:cellIns' : 'w:cellDel'
  return [x(name, recordOf(track, context))]
}

/**
 * @returns the content of a paragraph between the bookmark that names its block, and the places between which it moves. Each
 *   paragraph that moves has a name of its own.
 */
export function blockContent(block: { readonly id?: string }, content: readonly Xml[], context: DocxContext): Xml[] {
  const { id } = block
  const { track, name: named = id } = blockNote(block)
  const name = named == null ? null : bookmarkName(named)
  const isMoving = track?.kind === 'moveFrom' || track?.kind === 'moveTo'
  const moving = isMoving && name !== null ? movingContent(track, name, content, context) : content
  const around = id === undefined ? [] : context.threadsOn(id)
  const inside = [
    ...around.map((number) => x(THREAD, { number })),
    ...moving,
    ...around.map((number) => x(THREAD, { number })),
  ]
  // The name belongs to the place to which a block moves.
  if (name === null || track?.kind === 'moveFrom') return inside
  const mark = context.newBookmark()
  return [x('w:bookmarkStart', { 'w:id': mark, 'w:name': name }), ...inside, x('w:bookmarkEnd', { 'w:id': mark })]
}

function movingContent(track: Track, name: string, content: readonly Xml[], context: DocxContext): Xml[] {
  const number = context.newBookmark()
  const { 'w:author': author, 'w:date': date } = recordOf(track, context)
  const range = { 'w:id': number, 'w:name': `move_${name}`, 'w:author': author, 'w:date': date }
  return [x(`w:${track.kind}RangeStart`, range), ...content, x(`w:${track.kind}RangeEnd`, { 'w:id': number })]
}

/** Stands at either side of words that a thread is about, until the ranges of comments are written. */
export const THREAD = 'thread'

/** @returns the style of a line whose kind was another; null for its present one. */
export function oldStyle({ was }: BlockNote, now: unknown): ParagraphStyle | null {
  const type = was?.shell['type']
  if (type === undefined || type === now) return type === 'subhead' ? subheadStyle(was?.shell['level']) : null
  if (type === 'subhead') return subheadStyle(was?.shell['level'])
  return type === 'related-item' ? 'related' : (type as ParagraphStyle)
}

function subheadStyle(level: unknown): ParagraphStyle {
  return level === 3 ? 'subhead-3' : 'subhead-2'
}
