import type { Direction } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { runsOf, type TextRun } from '../../text-runs.ts'
import { x, type Xml } from '../../xml.ts'
import type { DocxContext } from './context.ts'
import { docxText } from './fields.ts'

/** Word shows a run without `rtl` left to right. LibreOffice, Google Docs and Pages need this mark around it too. */
const LEFT_TO_RIGHT_MARK = '\u200E'

/** Arabic-Indic digits would run from right to left even between marks; only an override turns them. */
const LEFT_TO_RIGHT_OVERRIDE = '\u202D'
const POP_OVERRIDE = '\u202C'

function marked(text: string, { isolate }: TextRun): string {
  const isOverride = isolate !== null && isolate !== 'written' && isolate.isOverride
  const inner = isOverride ? `${LEFT_TO_RIGHT_OVERRIDE}${text}${POP_OVERRIDE}` : text
  return `${LEFT_TO_RIGHT_MARK}${inner}${LEFT_TO_RIGHT_MARK}`
}

/** Line breaks and tabs are elements; `xml:space` keeps every space. */
function texts(run: TextRun, isMarked: boolean): Xml[] {
  return (run.text.match(/[\n\t]|[^\n\t]+/gu) ?? []).map((part) => {
    if (part === '\n') return x('w:br')
    return part === '\t'
      ? x('w:tab')
      : docxText('w:t', isMarked ? marked(part, run) : part, { 'xml:space': 'preserve' })
  })
}

/** The order is the schema's (ECMA-376, 17.3.2.28). An isolated run has no `rtl`, so that its punctuation runs left to right. */
function properties(run: TextRun, dir: Direction): Xml {
  const style = run.url !== null ? 'Hyperlink' : run.isolate === 'written' ? 'Isolate' : null
  return x(
    'w:rPr',
    {},
    ...(style === null ? [] : [x('w:rStyle', { 'w:val': style })]),
    ...(run.bold ? [x('w:b'), x('w:bCs')] : []),
    ...(run.italic ? [x('w:i'), x('w:iCs')] : []),
    ...(run.underline ? [x('w:u', { 'w:val': 'single' })] : []),
    ...(dir === 'rtl' && run.isolate === null ? [x('w:rtl')] : []),
  )
}

/** What the writer isolated in a left-to-right line runs with it anyway. */
function isIsolated({ isolate }: TextRun, dir: Direction): boolean {
  return isolate !== null && (dir === 'rtl' || isolate !== 'written')
}

/** @returns the inlines of a block of this direction as runs and hyperlinks. */
export function inlinesToDocx(inlines: readonly Inline[], dir: Direction, context: DocxContext): Xml[] {
  return runsOf(inlines, dir).map((run) => {
    const element = x('w:r', {}, properties(run, dir), ...texts(run, isIsolated(run, dir)))
    return run.url === null ? element : x('w:hyperlink', { 'r:id': context.link(run.url) }, element)
  })
}
