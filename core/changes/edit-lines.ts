import { canonicalJson } from '../article/canonical.ts'
import type { Attributes, FormatChange, Key, Piece, Shell, TextEdit } from './change.ts'
import { isSame } from './fields.ts'
import { attributesAt, forEachRun, LineBuilder, textOf, type Line } from './line.ts'
import { joinPhrases, type WordChange } from './words.ts'

/** A line of the base. */
export type BaseLine = { readonly key: Key; readonly line: Line }

/** A line that edits made. */
export type EditedLine = {
  /** The block of a new line, which an edit split off; null for the line of the base. */
  readonly shell: Shell | null
  readonly line: Line
  /** Which units came from which line of the base, in order. */
  readonly kept: readonly KeptUnits[]
  /** The text with what was removed from it, in order. */
  readonly words: readonly WordChange[]
}

/** Units of a line of the base, and where they begin in the edited line. */
export type KeptUnits = { readonly line: Key; readonly start: number; readonly end: number; readonly at: number }

/**
 * What became of the lines of the base that text changes touch: one line, or several where a line was split; none for a
 * line that was joined to the one before it.
 */
export type EditedLines = ReadonlyMap<Key, readonly EditedLine[]>

/** A line that is being built. */
class Draft {
  readonly shell: Shell | null
  readonly builder = new LineBuilder()
  readonly kept: KeptUnits[] = []
  readonly words: WordChange[] = []

  constructor(shell: Shell | null) {
    this.shell = shell
  }

  keep(key: Key, line: Line, start: number, end: number): void {
    if (start >= end) return
    this.kept.push({ line: key, start, end, at: this.builder.length })
    this.builder.addUnits(line, start, end)
    this.note(textOf(line, start, end), 'same')
  }

  note(text: string, change: WordChange['change']): void {
    if (text !== '') this.words.push({ text, change })
  }

  edited(): EditedLine {
    return { shell: this.shell, line: this.builder.line(), kept: this.kept, words: joinPhrases(this.words) }
  }
}

/**
 * Applies text and format changes.
 * @param lines the lines of the base that a change names or covers, in reading order
 * @param texts changes that do not touch one another, or stand beside each other
 */
export function editLines(
  lines: readonly BaseLine[],
  texts: readonly TextEdit[],
  formats: readonly FormatChange[],
): EditedLines {
  const starting = Map.groupBy(texts, ({ from }) => from.line)
  const formatsOf = Map.groupBy(formats, ({ line }) => line)
  const byKey = new Map(lines.map(({ key, line }) => [key, line]))
  const clusters = new Map<Key, Draft[]>()
  let drafts: Draft[] = []
  // The change that runs on from an earlier line.
  let open: TextEdit | null = null
  for (const base of lines) {
    if (open === null) drafts = [new Draft(null)]
    clusters.set(base.key, open === null ? drafts : [])
    if (open !== null && open.to.line !== base.key) continue
    let at: number = open?.to.at ?? 0
    open = null
    const own = formatsOf.get(base.key) ?? []
    const formatted = own.length === 0 ? base.line : formatLine(base.line, own)
    const edits = (starting.get(base.key) ?? []).toSorted(inOrder)
    for (const edit of edits) {
      drafts.at(-1)?.keep(base.key, formatted, at, edit.from.at)
      open = edit.to.line === base.key ? null : edit
      at = open === null ? edit.to.at : base.line.text.length
      drafts.at(-1)?.note(removedText(edit, byKey), 'removed')
      for (const piece of edit.pieces) addPiece(drafts, inherited(piece, base.line, own, edit.from.at, at))
    }
    if (open === null) drafts.at(-1)?.keep(base.key, formatted, at, base.line.text.length)
  }
  return new Map([...clusters].map(([key, made]) => [key, made.map((draft) => draft.edited())]))
}

/** Orders edits that begin in one line: one that only puts words in stands before one that replaces what follows. */
function inOrder(one: TextEdit, other: TextEdit): number {
  return one.from.at - other.from.at || Number(isInsert(other)) - Number(isInsert(one))
}

const isInsert = ({ from, to }: TextEdit): boolean => from.line === to.line && from.at === to.at

/** @returns the text that an edit removes, from all the lines that it covers. */
function removedText({ from, to }: TextEdit, lines: ReadonlyMap<Key, Line>): string {
  const keys = [...lines.keys()]
  return keys
    .slice(keys.indexOf(from.line), keys.indexOf(to.line) + 1)
    .map((key) => {
      const line = lines.get(key)
      if (line === undefined) return ''
      return textOf(line, key === from.line ? from.at : 0, key === to.line ? to.at : line.text.length)
    })
    .join('')
}

function addPiece(drafts: Draft[], piece: Piece): void {
  const draft = drafts.at(-1)
  if ('block' in piece) drafts.push(new Draft(piece.block))
  else if ('object' in piece) draft?.builder.addObject(piece.object)
  else {
    draft?.builder.addText(piece.text, piece.attributes)
    draft?.note(piece.text, 'added')
  }
}

function withValue(attributes: Attributes, { name, value }: FormatChange): Attributes {
  const { [name]: _old, ...rest } = attributes
  return value === undefined ? rest : { ...rest, [name]: value }
}

/** @returns a line with formats applied. Each format sets one attribute, so that their order does not matter. */
function formatLine(line: Line, formats: readonly FormatChange[]): Line {
  const cuts = new Set([0, line.text.length, ...formats.flatMap(({ start, end }) => [start, end])])
  const places = [...cuts].toSorted((one, other) => one - other)
  const builder = new LineBuilder()
  for (const [index, start] of places.entries()) {
    const end = places[index + 1] ?? start
    const own = formats.filter((format) => format.start <= start && format.end >= end)
    if (own.length === 0) builder.addUnits(line, start, end)
    else
      forEachRun(line, start, end, (from, to, { attributes }) => {
        const set = own.reduce(withValue, attributes)
        builder.addUnits({ ...line, spans: [{ end: to, attributes: set, json: canonicalJson(set) }] }, from, to)
      })
  }
  return builder.line()
}

/**
 * @returns the piece as it reads inside text that another change formats: words that somebody wrote within words that
 *   became a link are part of the link.
 */
function inherited(piece: Piece, line: Line, formats: readonly FormatChange[], start: number, end: number): Piece {
  if (!('text' in piece)) return piece
  const around = formats.filter((format) => format.start < start && end < format.end)
  const before = attributesAt(line, start - 1)
  const attributes = around
    .filter(({ name }) => isSame(piece.attributes[name], before[name]))
    .reduce(withValue, piece.attributes)
  return { text: piece.text, attributes }
}
