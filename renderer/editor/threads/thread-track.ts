import { Editor, Node, Range, type NodeEntry, type Path, type RangeRef } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import type { LinePart } from '#core/review/anchor-words.ts'
import type { ThreadPlace } from '#core/review/place.ts'
import type { Decorate } from '../decorations.ts'
import { isBlock, isTextBlock } from '../query.ts'
import { pointAt } from '../units.ts'
import { piecesOf } from './pieces.ts'

type Tracked = { readonly place: ThreadPlace; readonly refs: readonly RangeRef[]; readonly lines: readonly Node[] }

/**
 * Where threads are in a text that is being written. Slate moves their ends with each operation, which costs a key nothing;
 * what this cannot know, such as words that undo brings back, comes with the next place that is found in the changes since
 * the revision of the thread.
 */
export type ThreadTrack = {
  /** Draws the words of all threads. Another function after each `put` that moved some. */
  readonly decorate: () => Decorate
  /** Sets the present places of threads; null forgets one. @returns whether a place has changed */
  readonly put: (places: ReadonlyMap<string, ThreadPlace | null>) => boolean
  readonly placeOf: (key: string) => ThreadPlace | null
  /** @returns whether the lines of a thread are still as they were when its place was set */
  readonly isFresh: (key: string) => boolean
  readonly end: () => void
}

/** @returns an empty track over an editor */
export function trackThreads(editor: Editor): ThreadTrack {
  const all = new Map<string, Tracked>()
  let decorate: Decorate = decorateWords(all)
  const forget = (key: string): void => {
    for (const ref of all.get(key)?.refs ?? []) ref.unref()
    all.delete(key)
  }
  return {
    decorate: () => decorate,
    put(places) {
      const lines = linesOf(editor, places)
      let isMoved = false
      let isChanged = false
      for (const [key, place] of places) {
        const before = all.get(key)
        const ranges = rangesOf(before)
        forget(key)
        if (place !== null) all.set(key, track(editor, place, lines))
        isMoved ||= !isSame(ranges, rangesOf(all.get(key)))
        isChanged ||= standing(before?.place ?? null) !== standing(place)
      }
      if (isMoved) decorate = decorateWords(all)
      return isMoved || isChanged
    },
    placeOf: (key) => all.get(key)?.place ?? null,
    isFresh(key) {
      const tracked = all.get(key)
      if (tracked === undefined) return false
      const { place, lines } = tracked
      // Words or blocks that are gone may come back with any change.
      if (place.on === 'words') return isSame(lines, linesUnder(editor, tracked.refs))
      return !place.isGone && (place.on === 'article' || blockOf(editor, place.block) !== undefined)
    },
    end() {
      for (const key of all.keys()) forget(key)
    },
  }
}

/** @returns a place without where in the text its words are */
function standing(place: ThreadPlace | null): string {
  return place === null || place.on === 'words' ? (place?.on ?? '') : JSON.stringify(place)
}

function blockOf(editor: Editor, id: string): NodeEntry | undefined {
  return Editor.nodes(editor, { at: [], match: (node) => isBlock(node) && node.id === id }).next().value ?? undefined
}

function isSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each, index) => isEqual(each, other[index]))
}

function isEqual(one: unknown, other: unknown): boolean {
  return one === other || (Range.isRange(one) && Range.isRange(other) && Range.equals(one, other))
}

function rangesOf(tracked: Tracked | undefined): Range[] {
  return (tracked?.refs ?? []).flatMap(({ current }) =>
    current !== null && Range.isExpanded(current) ? [current] : [],
  )
}

/** @returns the lines that places name, by their ids */
function linesOf(editor: Editor, places: ReadonlyMap<string, ThreadPlace | null>): Map<string, NodeEntry<TextBlock>> {
  const ids = new Set(
    [...places.values()].flatMap((place) => (place?.on === 'words' ? place.parts : [])).map(({ block }) => block),
  )
  const lines = new Map<string, NodeEntry<TextBlock>>()
  if (ids.size === 0) return lines
  for (const entry of Editor.nodes(editor, { at: [], match: isTextBlock, mode: 'lowest' })) {
    if (ids.has(entry[0].id)) lines.set(entry[0].id, entry)
  }
  return lines
}

function track(editor: Editor, place: ThreadPlace, lines: ReadonlyMap<string, NodeEntry<TextBlock>>): Tracked {
  const refs = (place.on === 'words' ? wholeParts(place.parts) : []).flatMap(({ block, start, end }) => {
    const entry = lines.get(block)
    if (entry === undefined) return []
    const [line, path] = entry
    const range = { anchor: pointAt(line, path, start, 'after'), focus: pointAt(line, path, end, 'before') }
    return [Editor.rangeRef(editor, range, { affinity: 'inward' })]
  })
  return { place, refs, lines: linesUnder(editor, refs) }
}

/** @returns one part for each line: what was written between commented words belongs to them while it is being written too */
function wholeParts(parts: readonly LinePart[]): LinePart[] {
  const whole = new Map<string, LinePart>()
  for (const part of parts) {
    const { start, end } = whole.get(part.block) ?? part
    whole.set(part.block, { ...part, start: Math.min(start, part.start), end: Math.max(end, part.end) })
  }
  return [...whole.values()]
}

function linesUnder(editor: Editor, refs: readonly RangeRef[]): Node[] {
  return refs.flatMap(({ current }) =>
    current === null ? [] : [...Editor.nodes(editor, { at: current, match: isTextBlock })].map(([line]) => line),
  )
}

/** @returns a `decorate` over threads, as they are whenever a line is drawn */
function decorateWords(all: ReadonlyMap<string, Tracked>): Decorate {
  return ([node, path]) => {
    if (all.size === 0 || !isTextBlock(node)) return []
    const touched = [...all].flatMap(([key, { refs }]) =>
      refs.flatMap(({ current }) => (current !== null && touches(current, path) ? [{ key, range: current }] : [])),
    )
    if (touched.length === 0) return []
    return [...Node.texts(node)].flatMap(([text, at]) => {
      const full = [...path, ...at]
      const whole = { anchor: { path: full, offset: 0 }, focus: { path: full, offset: text.text.length } }
      const ranges = touched.flatMap(({ key, range }) => {
        const common = Range.intersection(range, whole)
        if (common === null || Range.isCollapsed(common)) return []
        const [start, end] = Range.edges(common)
        return [{ key, start: start.offset, end: end.offset }]
      })
      return piecesOf(ranges).map(({ start, end, cards }) => ({
        anchor: { path: full, offset: start },
        focus: { path: full, offset: end },
        cards,
      }))
    })
  }
}

/** @returns whether a range may reach into a top-level block; cheap, since it is asked for each line and thread */
function touches(range: Range, [index = 0]: Path): boolean {
  const [one = 0, other = 0] = [range.anchor.path[0], range.focus.path[0]]
  return Math.min(one, other) <= index && Math.max(one, other) >= index
}
