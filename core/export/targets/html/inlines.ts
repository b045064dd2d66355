import type { ElementContent } from 'hast'
import type { Direction } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { h } from '../../fields/html-element.ts'
import { nestedRuns, type Nesting } from '../../nested-runs.ts'
import { runsOf } from '../../text-runs.ts'
import { htmlField } from './fields.ts'

/** A newline follows each `br`, so that the words around it stay apart when the tags are removed. */
function lines(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((line, index): ElementContent[] => [
      ...(index === 0 ? [] : [h('br'), { type: 'text' as const, value: '\n' }]),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
    ])
}

const NESTING: Nesting<ElementContent> = {
  text: lines,
  mark: {
    bold: (content) => h('strong', content),
    italic: (content) => h('em', content),
    underline: (content) => h('u', content),
  },
  link: (url, content) => h('a', { href: htmlField('href', url), rel: ['noopener', 'noreferrer'] }, content),
  written: (content) => h('bdi', { dir: 'ltr' }, content),
  // Without `dir`, which distinguishes it from an isolate that the writer made.
  byRule: ({ isOverride }, content) => (isOverride ? h('bdo', { dir: 'ltr' }, content) : h('bdi', content)),
}

/**
 * @returns the inlines of a block of this direction as HTML. Text that its line would reorder, such as a telephone number,
 *   is isolated, so that the page shows it as the editor does. Unknown inlines are left out.
 */
export function inlinesToHtml(inlines: readonly Inline[], dir: Direction): ElementContent[] {
  return nestedRuns(runsOf(inlines, dir), NESTING)
}
