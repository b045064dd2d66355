import type { Direction } from '../article/block.ts'
import type { Inline, Text } from '../article/inline.ts'
import { isText } from '../article/text-nodes.ts'
import { partsOf } from '../text/isolates.ts'

/** A run of letters that look alike, for formats that have runs and no elements within elements. */
export type TextRun = {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  /** Where it leads; null for no link. */
  readonly url: string | null
  /** Whether it runs left to right within a line that does not: by the writer's will, or by rule. */
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
 * Flattens the inlines of a block that runs in a direction. Line breaks are newlines; what this version does not
 * know is left out.
 */
export function runsOf(inlines: readonly Inline[], dir: Direction): TextRun[] {
  return inlines.flatMap((inline) => {
    if (isText(inline)) return plainRuns(inline, dir, null)
    if (inline.type === 'unknown-inline') return []
    if (inline.type === 'link') return inline.children.flatMap((text) => plainRuns(text, dir, inline.url))
    // Within an isolate of the writer's nothing is taken apart.
    return inline.children.flatMap((text) =>
      plainRuns(text, 'ltr', null).map((run): TextRun => ({ ...run, isolate: 'written' })),
    )
  })
}
