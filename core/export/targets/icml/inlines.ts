import type { Direction } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { runsOf, type TextRun } from '../../text-runs.ts'
import { x, type Xml, type XmlAttributes } from '../../xml.ts'
import type { IcmlContext } from './context.ts'
import { icmlText } from './fields.ts'

const NO_STYLE = 'CharacterStyle/$ID/[No character style]'

/** A link has its own style, so its runs state their direction themselves. */
function directionOf(run: TextRun, isBetween: boolean): 'LeftToRightDirection' | 'RightToLeftDirection' | null {
  if (isBetween) return 'RightToLeftDirection'
  return run.isolate !== null && run.url !== null ? 'LeftToRightDirection' : null
}

/**
 * Two isolates with nothing but spaces and signs between them would run on from left to right.
 * @returns whether a run of a right-to-left line stands so between others
 */
function isBetweenIsolates(runs: readonly TextRun[], index: number): boolean {
  const [before, run, after] = [runs[index - 1], runs[index], runs[index + 1]]
  if (before === undefined || run?.isolate !== null || after === undefined) return false
  return before.isolate !== null && after.isolate !== null && !/[\p{L}\p{N}]/u.test(run.text)
}

function styleOf({ url, isolate }: TextRun): string {
  if (url !== null) return 'CharacterStyle/Link'
  return isolate === null ? NO_STYLE : 'CharacterStyle/Isolate'
}

function fontStyle({ bold, italic }: TextRun): string | null {
  if (bold) return italic ? 'Bold Italic' : 'Bold'
  return italic ? 'Italic' : null
}

/** ICML writes a line break inside a paragraph as U+2028. */
function content(text: string): Xml {
  return icmlText('Content', text.replaceAll('\n', '\u2028'))
}

/** @returns a range of characters with one format. */
export function characters(children: readonly Xml[], attributes: XmlAttributes = {}): Xml {
  return x('CharacterStyleRange', { AppliedCharacterStyle: NO_STYLE, ...attributes }, children)
}

/** @returns the inlines of a block of this direction as character ranges. Links are wrapped in a named source. */
export function inlinesToIcml(inlines: readonly Inline[], dir: Direction, context: IcmlContext): Xml[] {
  return runsOf(inlines, dir).map((run, index, runs) => {
    const isBetween = dir === 'rtl' && isBetweenIsolates(runs, index)
    const range = characters([content(run.text)], {
      AppliedCharacterStyle: styleOf(run),
      CharacterDirection: directionOf(run, isBetween),
      FontStyle: fontStyle(run),
      Underline: run.underline ? 'true' : null,
    })
    if (run.url === null) return range
    return x('HyperlinkTextSource', { Self: context.link(run.url), Name: '', Hidden: 'false' }, range)
  })
}
