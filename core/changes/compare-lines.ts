import { canonicalJson } from '../article/canonical.ts'
import type { Attributes, Change, FormatChange, Key, Piece, Position, Shell } from './change.ts'
import { isSame } from './fields.ts'
import { forEachRun, type Line } from './line.ts'
import { shortestEdit, type Run } from './shortest-edit.ts'
import { slideEdits } from './slide-edits.ts'
import { tokensOf } from './tokens.ts'

/** With more edits, the whole text counts as replaced: finding the edits would take too long. */
const MAX_EDITS = 1000

/** A line of a stretch of neighbouring lines that are compared as one text. */
export type StretchLine = { readonly key: Key; readonly shell: Shell; readonly line: Line }

/** A token of a stretch: a piece of a line, or the end of a line. */
type Token = { readonly index: number; readonly start: number; readonly end: number; readonly isBreak: boolean }

/** The tokens of lines, by direction. While somebody writes, one version of a line is compared with every key. */
const TOKENS = { rtl: new WeakMap<Line, readonly string[]>(), ltr: new WeakMap<Line, readonly string[]>() }

function tokensIn({ line, shell }: StretchLine): readonly string[] {
  const dir = shell['dir'] === 'ltr' ? 'ltr' : 'rtl'
  const tokens = TOKENS[dir].get(line) ?? tokensOf(line.text, dir)
  TOKENS[dir].set(line, tokens)
  return tokens
}

type Stretch = { readonly lines: readonly StretchLine[]; readonly tokens: readonly Token[] }

function stretchOf(lines: readonly StretchLine[]): Stretch {
  const tokens: Token[] = []
  for (const [index, line] of lines.entries()) {
    // The break before a line belongs to that line: with it, the line begins.
    if (index > 0) tokens.push({ index, start: 0, end: 0, isBreak: true })
    let start = 0
    for (const token of tokensIn(line)) {
      tokens.push({ index, start, end: start + token.length, isBreak: false })
      start += token.length
    }
  }
  return { lines, tokens }
}

/** @returns what makes tokens equal: their text and the objects in it. A break equals nothing but itself. */
function identity({ lines }: Stretch, { index, start, end, isBreak }: Token): string {
  const { key, line } = lines[index] ?? lineMissing()
  if (isBreak) return `\n${key}`
  const text = line.text.slice(start, end)
  if (line.objects.size === 0) return text
  const objects = [...line.objects].filter(([at]) => at >= start && at < end)
  return objects.length === 0 ? text : `${text}${canonicalJson(objects)}`
}

function lineMissing(): never {
  throw new Error('A token without its line')
}

/** @returns the place before the token at `at`: after the one before it. */
function positionAt({ lines, tokens }: Stretch, at: number): Position {
  const before = tokens[at - 1]
  const { key } = lines[before?.index ?? 0] ?? lineMissing()
  return { line: key, at: before?.end ?? 0 }
}

function pieces({ lines, tokens }: Stretch, from: number, to: number): Piece[] {
  const made: Piece[] = []
  for (const { index, start, end, isBreak } of tokens.slice(from, to)) {
    const { line, shell } = lines[index] ?? lineMissing()
    if (isBreak) made.push({ block: shell })
    else
      forEachRun(line, start, end, (first, last, { attributes }) => {
        for (let at = first; at < last; at += 1) {
          const object = line.objects.get(at)
          if (object === undefined) addUnit(made, line.text.charAt(at), attributes)
          else made.push({ object })
        }
      })
  }
  return made
}

/** Adds one unit of text to the last piece, if that has the same attributes. */
function addUnit(made: Piece[], text: string, attributes: Attributes): void {
  const last = made.at(-1)
  // The units of one run share their attributes; those of two runs differ, or begin another element.
  if (last !== undefined && 'text' in last && isSame(last.attributes, attributes) && attributes['apart'] !== true)
    made.splice(-1, 1, { text: last.text + text, attributes })
  else made.push({ text, attributes })
}

/** Collects what changed in the attributes of text that stays. Neighbouring ranges become one. */
class Formats {
  readonly changes: FormatChange[] = []
  #open = new Map<string, FormatChange>()

  /** Called where the text that stays is interrupted. */
  interrupt(): void {
    this.changes.push(...this.#open.values())
    this.#open = new Map()
  }

  /** Compares units of two lines that have the same text. */
  compare(key: Key, old: Line, start: number, now: Line, from: number, length: number): void {
    forEachRun(old, start, start + length, (first, last, { attributes: before, json }) => {
      forEachRun(now, from + first - start, from + last - start, (begin, finish, span) => {
        const at = begin - from + start
        const end = finish - from + start
        if (span.json === json) return
        for (const name of new Set([...Object.keys(before), ...Object.keys(span.attributes)])) {
          if (!isSame(before[name], span.attributes[name])) this.#add(key, at, end, name, span.attributes[name])
        }
      })
    })
  }

  #add(line: Key, start: number, end: number, name: string, value: unknown): void {
    const open = this.#open.get(name)
    if (open?.line === line && open.end === start && isSame(open.value, value)) {
      this.#open.set(name, { ...open, end })
      return
    }
    if (open !== undefined) this.changes.push(open)
    this.#open.set(name, { kind: 'format', line, start, end, name, ...(value === undefined ? {} : { value }) })
  }
}

/**
 * Compares two versions of a stretch of lines as one text, by whole words. The first line of both is the same block; a
 * line that the older has besides was joined to it, one that the newer has was split off it.
 */
export function compareLines(older: readonly StretchLine[], newer: readonly StretchLine[]): Change[] {
  const [from, to] = [stretchOf(older), stretchOf(newer)]
  const numbers = new Map<string, number>()
  const numbered = (stretch: Stretch): number[] =>
    stretch.tokens.map((token) => {
      const name = identity(stretch, token)
      const number = numbers.get(name) ?? numbers.size
      numbers.set(name, number)
      return number
    })
  const [oldNumbers, newNumbers] = [numbered(from), numbered(to)]
  const runs = shortestEdit(oldNumbers, newNumbers, MAX_EDITS)
  return runs === null
    ? editsOf(from, to, [
        { change: 'removed', length: oldNumbers.length },
        { change: 'added', length: newNumbers.length },
      ])
    : editsOf(from, to, slideEdits(runs, oldNumbers, newNumbers))
}

function editsOf(from: Stretch, to: Stretch, runs: readonly Run[]): Change[] {
  const changes: Change[] = []
  const formats = new Formats()
  let [atOld, atNew] = [0, 0]
  let edit: { old: number; now: number } | null = null
  const close = (): void => {
    if (edit === null) return
    const text = pieces(to, edit.now, atNew)
    changes.push({ kind: 'text', from: positionAt(from, edit.old), to: positionAt(from, atOld), pieces: text })
    edit = null
  }
  for (const { change, length } of runs) {
    if (change !== 'same') {
      edit ??= { old: atOld, now: atNew }
      if (change === 'removed') atOld += length
      else atNew += length
      continue
    }
    close()
    // A format does not reach over an edit: what was inserted there has its own.
    formats.interrupt()
    compareRun(from, atOld, to, atNew, length, formats)
    atOld += length
    atNew += length
  }
  close()
  formats.interrupt()
  return [...changes, ...formats.changes]
}

/** Compares the formats of tokens that stay: those of one line at once, since most lines have few formats. */
function compareRun(from: Stretch, old: number, to: Stretch, now: number, length: number, formats: Formats): void {
  let step = 0
  while (step < length) {
    const [before, after] = [from.tokens[old + step], to.tokens[now + step]]
    step += 1
    if (before === undefined || after === undefined || before.isBreak) continue
    let { end } = before
    for (; step < length; step += 1) {
      const [next, other] = [from.tokens[old + step], to.tokens[now + step]]
      if (next?.index !== before.index || other?.index !== after.index) break
      ;({ end } = next)
    }
    const oldLine = from.lines[before.index] ?? lineMissing()
    const newLine = to.lines[after.index] ?? lineMissing()
    formats.compare(oldLine.key, oldLine.line, before.start, newLine.line, after.start, end - before.start)
  }
}
