import type { Direction } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { runsOf, type TextRun } from '../../text-runs.ts'
import { x, type Xml, type XmlAttributes } from '../../xml.ts'
import type { IcmlContext } from './context.ts'
import { icmlText } from './fields.ts'

const NO_STYLE = 'CharacterStyle/$ID/[No character style]'

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
  return x('CharacterStyleRange', { AppliedCharacterStyle: NO_STYLE, ...attributes }, ...children)
}

/** @returns the inlines of a block of this direction as character ranges. Links are wrapped in a named source. */
export function inlinesToIcml(inlines: readonly Inline[], dir: Direction, context: IcmlContext): Xml[] {
  return runsOf(inlines, dir).map((run) => {
    const range = characters([content(run.text)], {
      AppliedCharacterStyle: styleOf(run),
      FontStyle: fontStyle(run),
      Underline: run.underline ? 'true' : null,
    })
    if (run.url === null) return range
    return x('HyperlinkTextSource', { Self: context.link(run.url), Name: '', Hidden: 'false' }, range)
  })
}
