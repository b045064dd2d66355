import type { Direction } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { runsOf, type TextRun } from '../../text-runs.ts'
import { x, type Xml } from '../../xml.ts'
import type { DocxContext } from './context.ts'
import { isolateEdges, markedText, withEdges, type Edges } from './direction-marks.ts'
import { noteOf, type TextNote, type Track } from '../../tracked/notes.ts'
import { docxText } from './fields.ts'
import { formatChange, THREAD, trackedRun } from './tracked.ts'

/** Line breaks and tabs are elements; `xml:space` keeps every space. */
function texts(run: TextRun, isMarked: boolean, edges: Edges | undefined, isDeleted: boolean): Xml[] {
  return (run.text.match(/[\n\t]|[^\n\t]+/gu) ?? []).map((part, index, parts) => {
    if (part === '\n') return x('w:br')
    if (part === '\t') return x('w:tab')
    const isMarkedBefore = index === 0 && edges?.isMarkedBefore === true
    const isMarkedAfter = index === parts.length - 1 && edges?.isMarkedAfter === true
    const text = isMarked ? withEdges(markedText(part, run), { isMarkedBefore, isMarkedAfter }) : part
    return docxText(isDeleted ? 'w:delText' : 'w:t', text, { 'xml:space': 'preserve' })
  })
}

/** The order is the schema's (ECMA-376, 17.3.2.28). An isolated run has no `rtl`, so that its punctuation runs left to right. */
function properties(run: TextRun, dir: Direction, change: readonly Xml[] = []): Xml {
  const style = run.url !== null ? 'Hyperlink' : run.isolate === 'written' ? 'Isolate' : null
  return x(
    'w:rPr',
    {},
    style === null ? [] : [x('w:rStyle', { 'w:val': style })],
    run.bold ? [x('w:b'), x('w:bCs')] : [],
    run.italic ? [x('w:i'), x('w:iCs')] : [],
    run.underline ? [x('w:u', { 'w:val': 'single' })] : [],
    dir === 'rtl' && run.isolate === null ? [x('w:rtl')] : [],
    change,
  )
}

/** @returns the record of a changed format, with the properties as they were. */
function changedFormat(run: TextRun, dir: Direction, { formats }: TextNote, context: DocxContext): Xml[] {
  if (formats.size === 0) return []
  const was = (name: 'bold' | 'italic' | 'underline'): boolean => {
    const change = formats.get(name)
    return change === undefined ? run[name] : change.old === true
  }
  const old = { ...run, bold: was('bold'), italic: was('italic'), underline: was('underline') }
  return formatChange(formats, properties(old, dir), context)
}

/** What the writer isolated in a left-to-right line runs with it anyway. */
function isIsolated({ isolate }: TextRun, dir: Direction): boolean {
  return isolate !== null && (dir === 'rtl' || isolate !== 'written')
}

/**
 * @param whole how the block as a whole changes: so do words that the export alone has
 * @returns the inlines of a block of this direction as runs and hyperlinks, with placeholders around words of threads
 */
export function inlinesToDocx(
  inlines: readonly Inline[],
  dir: Direction,
  context: DocxContext,
  whole: Track | null = null,
): Xml[] {
  const runs = runsOf(inlines, dir)
  const edges = dir === 'rtl' ? isolateEdges(runs) : null
  return runs.flatMap((run) => {
    const note = noteOf(run.leaf.text)
    const track = note.track ?? whole
    const own = properties(run, dir, changedFormat(run, dir, note, context))
    const words = texts(run, isIsolated(run, dir), edges?.get(run), track?.kind === 'del')
    const element = trackedRun(track, x('w:r', {}, own, words), context)
    const linked = run.url === null ? element : x('w:hyperlink', { 'r:id': context.link(run.url) }, element)
    const places = note.threads.map((number) => x(THREAD, { number }))
    return [...places, linked, ...places]
  })
}
