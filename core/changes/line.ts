import { canonicalJson } from '../article/canonical.ts'
import type { Inline, Text } from '../article/inline.ts'
import { isText } from '../article/text-nodes.ts'
import type { Attributes } from './change.ts'

/** Stands for an object in the text of a line, so that every unit has a place. */
export const OBJECT = '\uFFFC'

/** Where the attributes of a unit name a mark. */
const MARK = 'mark:'

/** A run of units with the same attributes. */
export type Span = { readonly end: number; readonly attributes: Attributes; readonly json: string }

/** The text of a line by units. */
export type Line = {
  readonly text: string
  readonly spans: readonly Span[]
  readonly objects: ReadonlyMap<number, Inline>
}

const NONE: Attributes = {}

/** Builds a line from runs of units. */
export class LineBuilder {
  #text = ''
  readonly #spans: { end: number; attributes: Attributes; json: string }[] = []
  readonly #objects = new Map<number, Inline>()

  addText(text: string, attributes: Attributes, json = canonicalJson(attributes)): void {
    if (text === '') return
    this.#text += text
    const last = this.#spans.at(-1)
    if (last?.json === json && attributes['apart'] !== true) last.end = this.#text.length
    else this.#spans.push({ end: this.#text.length, attributes, json })
  }

  addObject(object: Inline): void {
    this.#objects.set(this.#text.length, object)
    this.addText(OBJECT, NONE)
  }

  /** Adds the units of another line between two places. */
  addUnits(line: Line, start: number, end: number): void {
    forEachRun(line, start, end, (from, to, { attributes, json }) => {
      for (let at = from; at < to;) {
        const object = line.objects.get(at)
        if (object !== undefined) {
          this.addObject(object)
          at += 1
          continue
        }
        let next = at + 1
        while (next < to && !line.objects.has(next)) next += 1
        this.addText(line.text.slice(at, next), attributes, json)
        at = next
      }
    })
  }

  get length(): number {
    return this.#text.length
  }

  line(): Line {
    return { text: this.#text, spans: this.#spans, objects: this.#objects }
  }
}

/** Calls `visit` for each run of equal attributes between two places of a line. */
export function forEachRun(
  line: Line,
  start: number,
  end: number,
  visit: (from: number, to: number, span: Span) => void,
): void {
  let from = 0
  for (const span of line.spans) {
    if (from >= end) break
    if (span.end > start) visit(Math.max(from, start), Math.min(span.end, end), span)
    from = span.end
  }
}

/** @returns the text of a line between two places, without the objects in it. */
export function textOf({ text, objects }: Line, start = 0, end = text.length): string {
  const part = text.slice(start, end)
  // By units, not by characters: an object counts as one unit, and may stand after an emoji.
  return objects.size === 0
    ? part
    : Array.from({ length: part.length }, (_unit, at) => (objects.has(start + at) ? '' : part.charAt(at))).join('')
}

/** @returns the attributes of the unit at a place; none where there is no unit. */
export function attributesAt(line: Line, at: number): Attributes {
  return line.spans.find(({ end }) => at < end)?.attributes ?? NONE
}

function marksOf({ text: _text, ...marks }: Text): Attributes {
  return Object.fromEntries(Object.entries(marks).map(([name, value]) => [`${MARK}${name}`, value]))
}

/** What was read, for as long as the inlines exist. They never change, and one key asks for the same lines many times. */
const READ = new WeakMap<readonly Inline[], Line>()

/** @returns the units of a line. @param inlines in Slate's normal form; they must not change afterwards */
export function readLine(inlines: readonly Inline[]): Line {
  const known = READ.get(inlines)
  if (known !== undefined) return known
  const line = read(inlines)
  READ.set(inlines, line)
  return line
}

function read(inlines: readonly Inline[]): Line {
  const builder = new LineBuilder()
  let open = ''
  for (const inline of inlines) {
    if (isText(inline)) {
      const marks = marksOf(inline)
      if (inline.text !== '') builder.addText(inline.text, marks)
      // An empty text has no unit to bear its marks.
      else if (Object.keys(marks).length > 0) builder.addObject(inline)
      if (inline.text !== '' || Object.keys(marks).length > 0) open = ''
    } else if (inline.type === 'unknown-inline') {
      builder.addObject(inline)
      open = ''
    } else {
      const { children, ...wrapper } = inline
      const json = canonicalJson(wrapper)
      for (const [index, child] of children.entries()) {
        const attributes = { ...marksOf(child), wrapper }
        const isApart = index === 0 && json === open
        if (!isApart) builder.addText(child.text, attributes)
        else {
          builder.addText(child.text.slice(0, 1), { ...attributes, apart: true })
          builder.addText(child.text.slice(1), attributes)
        }
      }
      open = json
    }
  }
  return builder.line()
}

/** @returns the children of a line with these units; the normaliser still has to put empty texts around elements. */
export function writeLine(line: Line): Inline[] {
  const inlines: Inline[] = []
  let open: { json: string; children: Text[] } | null = null
  let from = 0
  for (const { end, attributes } of line.spans) {
    const { wrapper, apart, ...marks } = attributes
    const leaf = Object.fromEntries(Object.entries(marks).map(([name, value]) => [name.slice(MARK.length), value]))
    if (wrapper === undefined) {
      open = null
      inlines.push(...plainInlines(line, from, end, leaf))
    } else {
      const json = canonicalJson(wrapper)
      if (open === null || open.json !== json || apart === true) {
        open = { json, children: [] }
        inlines.push({ ...(wrapper as object), children: open.children } as unknown as Inline)
      }
      open.children.push({ ...leaf, text: line.text.slice(from, end) })
    }
    from = end
  }
  return inlines.length === 0 ? [{ text: '' }] : inlines
}

function plainInlines(line: Line, start: number, end: number, marks: object): Inline[] {
  const inlines: Inline[] = []
  let from = start
  for (let at = start; at <= end; at += 1) {
    const object = at < end ? line.objects.get(at) : undefined
    if (object === undefined && at < end) continue
    if (from < at) inlines.push({ ...marks, text: line.text.slice(from, at) })
    if (object !== undefined) inlines.push(object)
    from = at + 1
  }
  return inlines
}
