import type { Direction } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { runsOf, type TextRun } from '../../text-runs.ts'
import { x, type Xml } from '../../xml.ts'
import type { DocxContext } from './context.ts'
import { isolateEdges, markedText, withEdges, type Edges } from './direction-marks.ts'
import { docxText } from './fields.ts'

/** Line breaks and tabs are elements; `xml:space` keeps every space. */
function texts(run: TextRun, isMarked: boolean, edges: Edges | undefined): Xml[] {
  return (run.text.match(/[\n\t]|[^\n\t]+/gu) ?? []).map((part, index, parts) => {
    if (part === '\n') return x('w:br')
    if (part === '\t') return x('w:tab')
    const isMarkedBefore = index === 0 && edges?.isMarkedBefore === true
    const isMarkedAfter = index === parts.length - 1 && edges?.isMarkedAfter === true
    const text = isMarked ? withEdges(markedText(part, run), { isMarkedBefore, isMarkedAfter }) : part
    return docxText('w:t', text, { 'xml:space': 'preserve' })
  })
}

/** The order is the schema's (ECMA-376, 17.3.2.28). An isolated run has no `rtl`, so that its punctuation runs left to right. */
function properties(run: TextRun, dir: Direction): Xml {
  const style = run.url !== null ? 'Hyperlink' : run.isolate === 'written' ? 'Isolate' : null
  return x(
    'w:rPr',
    {},
    style === null ? [] : [x('w:rStyle', { 'w:val': style })],
    run.bold ? [x('w:b'), x('w:bCs')] : [],
    run.italic ? [x('w:i'), x('w:iCs')] : [],
    run.underline ? [x('w:u', { 'w:val': 'single' })] : [],
    dir === 'rtl' && run.isolate === null ? [x('w:rtl')] : [],
  )
}

/** What the writer isolated in a left-to-right line runs with it anyway. */
function isIsolated({ isolate }: TextRun, dir: Direction): boolean {
  return isolate !== null && (dir === 'rtl' || isolate !== 'written')
}

/** @returns the inlines of a block of this direction as runs and hyperlinks. */
export function inlinesToDocx(inlines: readonly Inline[], dir: Direction, context: DocxContext): Xml[] {
  const runs = runsOf(inlines, dir)
  const edges = dir === 'rtl' ? isolateEdges(runs) : null
  return runs.map((run) => {
    const element = x('w:r', {}, properties(run, dir), texts(run, isIsolated(run, dir), edges?.get(run)))
    return run.url === null ? element : x('w:hyperlink', { 'r:id': context.link(run.url) }, element)
  })
}
