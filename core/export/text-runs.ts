import type { Direction } from '../article/block.ts'
import type { Inline, Text } from '../article/inline.ts'
import { isText } from '../article/text-nodes.ts'
import { partsOf } from '../text/isolates.ts'

/** A run of text with one format, for formats that have flat runs instead of nested elements. */
export type TextRun = {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  /** The address it links to; null for none. */
  readonly url: string | null
  /** Whether it is isolated left to right in a right-to-left line: by the writer, or by rule. */
  readonly isolate: 'written' | 'by-rule' | null
}

function plainRuns({ text, ...marks }: Text, dir: Direction, url: string | null): TextRun[] {
  const base = {
    bold: marks.bold === true,
    italic: marks.italic === true,
    underline: marks.underline === true,
    url,
  }
  const clean = text.replaceAll(/\r\n|[\r\u2028\u2029]/gu, '\n')
  return partsOf(clean, dir).map((part) => ({ ...base, text: part.text, isolate: part.isIsolate ? 'by-rule' : null }))
}

/**
 * Flattens the inlines of a block. Line breaks become newlines; unknown inlines are left out.
 * @param dir the direction of the block
 */
export function runsOf(inlines: readonly Inline[], dir: Direction): TextRun[] {
  return inlines.flatMap((inline) => {
    if (isText(inline)) return plainRuns(inline, dir, null)
    if (inline.type === 'unknown-inline') return []
    if (inline.type === 'link') return inline.children.flatMap((text) => plainRuns(text, dir, inline.url))
    // What the writer isolated is not split again by rule.
    return inline.children.flatMap((text) =>
      plainRuns(text, 'ltr', null).map((run): TextRun => ({ ...run, isolate: 'written' })),
    )
  })
}
