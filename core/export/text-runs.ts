import type { Direction } from '../article/block.ts'
import type { Inline, Text } from '../article/inline.ts'
import { isText } from '../article/text-nodes.ts'
import { isolatesInPieces } from '../text/divided-isolates.ts'
import type { Isolate } from '../text/isolates.ts'

/** An isolate that a rule makes. All runs of it have the same object; `isDivided` if marks or links make them several. */
export type RuleIsolate = { readonly isOverride: boolean; readonly isDivided: boolean }

/** A run of text with one format, for formats that have flat runs instead of nested elements. */
export type TextRun = {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  /** The address it links to; null for none. */
  readonly url: string | null
  /** Whether it is isolated left to right in its line: by the writer, or by rule. */
  readonly isolate: 'written' | RuleIsolate | null
  /** The text of the document that it is part of. */
  readonly leaf: Leaf
}

/** A text of the document with what is around it. */
export type Leaf = {
  readonly text: Text
  /** The link or isolate around it; the text itself if there is none. */
  readonly owner: Inline
}

function leavesOf(inlines: readonly Inline[]): Leaf[] {
  return inlines.flatMap((owner): Leaf[] => {
    if (isText(owner)) return [{ text: cleaned(owner), owner }]
    if (owner.type === 'unknown-inline') return []
    return owner.children.map((text) => ({ text: cleaned(text), owner }))
  })
}

function cleaned(text: Text): Text {
  return { ...text, text: text.text.replaceAll(/\r\n|[\r\u2028\u2029]/gu, '\n') }
}

const isWritten = ({ owner }: Leaf): boolean => !isText(owner) && owner.type === 'ltr'

function runOf(leaf: Leaf, text: string, rule: RuleIsolate | null): TextRun {
  const { bold, italic, underline } = leaf.text
  return {
    text,
    bold: bold === true,
    italic: italic === true,
    underline: underline === true,
    url: !isText(leaf.owner) && leaf.owner.type === 'link' ? leaf.owner.url : null,
    isolate: isWritten(leaf) ? 'written' : rule,
    leaf,
  }
}

/** Cuts a text that begins at `offset` of its line where isolates begin and end. */
function cut(leaf: Leaf, offset: number, isolates: readonly Isolate[], rules: Map<Isolate, RuleIsolate>): TextRun[] {
  const { text } = leaf.text
  const runs: TextRun[] = []
  let from = 0
  const add = (to: number, rule: RuleIsolate | null): void => {
    if (from < to) runs.push(runOf(leaf, text.slice(from, to), rule))
    from = Math.max(from, to)
  }
  for (const isolate of isolates) {
    const [start, end] = [isolate.start - offset, isolate.end - offset]
    if (end <= 0) continue
    if (start >= text.length) break
    const isDivided = start < 0 || end > text.length
    const rule = rules.get(isolate) ?? { isOverride: isolate.isOverride, isDivided }
    rules.set(isolate, rule)
    add(Math.max(0, start), null)
    add(Math.min(text.length, end), rule)
  }
  add(text.length, null)
  return runs
}

/**
 * Flattens the inlines of a block. Line breaks become newlines; unknown inlines are left out. Isolates are those of the
 * whole line: a number of which one digit is bold is one isolate in several runs.
 * @param dir the direction of the block
 */
export function runsOf(inlines: readonly Inline[], dir: Direction): TextRun[] {
  const leaves = leavesOf(inlines)
  const pieces = leaves.map((leaf) => ({ text: leaf.text.text, isApart: isWritten(leaf) }))
  const isolates = isolatesInPieces(pieces, dir)
  const rules = new Map<Isolate, RuleIsolate>()
  let offset = 0
  return leaves.flatMap((leaf) => {
    const runs = cut(leaf, offset, isolates, rules)
    offset += leaf.text.text.length
    return runs
  })
}

/** @returns what runs of one isolate have in common; null for a run in none. */
export function isolateOf({ isolate, leaf }: TextRun): RuleIsolate | Inline | null {
  return isolate === 'written' ? leaf.owner : isolate
}

/** Groups neighbouring runs with the same key. */
export function stretchesOf<Key>(
  runs: readonly TextRun[],
  keyOf: (run: TextRun) => Key,
): { key: Key; runs: TextRun[] }[] {
  const found: { key: Key; runs: TextRun[] }[] = []
  for (const run of runs) {
    const [key, last] = [keyOf(run), found.at(-1)]
    if (last?.key === key) last.runs.push(run)
    else found.push({ key, runs: [run] })
  }
  return found
}
